CREATE TABLE `change_group` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`operation` text NOT NULL,
	`params` text NOT NULL,
	`merge_key` text,
	`state` text NOT NULL,
	`undoable` integer DEFAULT true NOT NULL,
	`actor` text NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `change_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`key` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`group_id`) REFERENCES `change_group`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `log_state` (
	`one` integer PRIMARY KEY NOT NULL,
	`enabled` integer DEFAULT 0 NOT NULL,
	`group_id` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `channel` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`kept_by_id` text,
	`used_for` text,
	`valued` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kept_by_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `layer` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`level` text,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `network` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`region` text,
	`province` text,
	`place` text,
	`sectors` text DEFAULT '[]' NOT NULL,
	`cross_sector` integer DEFAULT false NOT NULL,
	`theme` text,
	`theme_kind` text,
	`goal` text,
	`question` text,
	`context` text,
	`history` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	`funding_start` text,
	`funding_end` text,
	`funder` text,
	`boundary` text,
	`size` text,
	`status` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `network_link` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`sectors` text DEFAULT '[]' NOT NULL,
	`school_types` text DEFAULT '[]' NOT NULL,
	`place` text,
	`brin` text,
	`count_min` integer,
	`count_max` integer,
	`count_about` integer DEFAULT false NOT NULL,
	`note` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation_link` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `perspective` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`date` text,
	`recognises` text DEFAULT '[]' NOT NULL,
	`adds` text,
	`own_place` text,
	`apart` text,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `phase` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`organisation_id` text,
	`cycle` text NOT NULL,
	`name` text NOT NULL,
	`round` integer,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `placement` (
	`container_id` text NOT NULL,
	`item_id` text NOT NULL,
	`slot` integer NOT NULL,
	PRIMARY KEY(`container_id`, `item_id`),
	FOREIGN KEY (`container_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `principle` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `relation` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_mode` text DEFAULT 'each' NOT NULL,
	`to_mode` text DEFAULT 'each' NOT NULL,
	`mutual` integer DEFAULT false NOT NULL,
	`strength` integer,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `relation_end` (
	`relation_id` text NOT NULL,
	`side` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`entity_id` text NOT NULL,
	`role_id` text,
	PRIMARY KEY(`relation_id`, `side`, `position`),
	FOREIGN KEY (`relation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `rhythm` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`times_min` integer,
	`times_max` integer,
	`every_weeks` integer,
	`about` integer DEFAULT false NOT NULL,
	`minutes` integer,
	`place` text,
	`use_share` integer,
	`creation_share` integer,
	`sharing_share` integer,
	`coordination_share` integer,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `rhythm_role` (
	`rhythm_id` text NOT NULL,
	`role_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`rhythm_id`, `role_id`),
	FOREIGN KEY (`rhythm_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `rhythm_unit` (
	`rhythm_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`rhythm_id`, `unit_id`),
	FOREIGN KEY (`rhythm_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`container_id` text NOT NULL,
	`kind` text DEFAULT 'seat' NOT NULL,
	`role_id` text,
	`organisation_id` text,
	`organisation_kind` text,
	`min` integer,
	`max` integer,
	`about` integer DEFAULT false NOT NULL,
	`label` text,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`container_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`layer_id` text,
	`parent_id` text,
	`host_id` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`theme` text,
	`question` text,
	`processes` text DEFAULT '[]' NOT NULL,
	`ring` text,
	`formal` integer DEFAULT true NOT NULL,
	`tranche` text,
	`arm` text,
	`is_boundary_object` integer DEFAULT false NOT NULL,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`layer_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`parent_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`host_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_part` (
	`unit_id` text NOT NULL,
	`part_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`unit_id`, `part_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_description` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`research_year_id` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`names` text DEFAULT 'role' NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`research_year_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_part` (
	`case_id` text NOT NULL,
	`part` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`body` text,
	`reader` text DEFAULT 'everyone' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`case_id`, `part`),
	FOREIGN KEY (`case_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `employment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`function` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `leadership` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`person_id` text,
	`act` text NOT NULL,
	`formal` integer DEFAULT false NOT NULL,
	`note` text,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`container_id` text NOT NULL,
	`organisation_id` text,
	`intensity` text,
	`formal` integer DEFAULT true NOT NULL,
	`appointed` integer DEFAULT false NOT NULL,
	`appointed_since` text,
	`hours_per_week` real,
	`protected_time` text DEFAULT 'unknown' NOT NULL,
	`role_view` text,
	`aware` text DEFAULT 'unknown' NOT NULL,
	`motivation` text,
	`left_reason` text,
	`note` text,
	`reader` text DEFAULT 'team' NOT NULL,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`container_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `membership_role` (
	`membership_id` text NOT NULL,
	`role_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`membership_id`, `role_id`),
	FOREIGN KEY (`membership_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `participation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`container_id` text NOT NULL,
	`capacities` text DEFAULT '[]' NOT NULL,
	`why` text,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`container_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pseudonym` text,
	`mail` text,
	`phone` text,
	`education` text,
	`years_in_education` text,
	`expertise` text,
	`strengths` text,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `role` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`family` text,
	`bridges` integer DEFAULT false NOT NULL,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`role_id` text NOT NULL,
	`network_id` text NOT NULL,
	`tasks` text,
	`responsibilities` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `attachment` (
	`hash` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `collection_item` (
	`id` text PRIMARY KEY NOT NULL,
	`research_year_id` text NOT NULL,
	`network_id` text NOT NULL,
	`instrument` text NOT NULL,
	`planned` integer,
	`done` integer,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`research_year_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `entity` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`home_network_id` text,
	`created_at` integer DEFAULT (cast(unixepoch('subsec') * 1000 as integer)) NOT NULL,
	FOREIGN KEY (`home_network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `figure` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`what` text NOT NULL,
	`state` text NOT NULL,
	`low` real,
	`high` real,
	`about` integer DEFAULT false NOT NULL,
	`more_than` integer DEFAULT false NOT NULL,
	`unit` text,
	`per` text,
	`period` text,
	`based_on` integer,
	`text` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_value` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`label_nl` text NOT NULL,
	`label_en` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `other_name` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`used_by` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `portfolio` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_example` integer DEFAULT false NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `research_year` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`focus` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`study_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `statement` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`field` text,
	`kind` text NOT NULL,
	`value` text,
	`source` text,
	`said_by_id` text,
	`date` text,
	`certainty` text NOT NULL,
	`note` text,
	`reader` text DEFAULT 'team' NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`said_by_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `study` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`question` text,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
