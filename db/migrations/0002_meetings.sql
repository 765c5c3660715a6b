CREATE TABLE `action` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`meeting_id` text,
	`text` text NOT NULL,
	`person_id` text,
	`due` text,
	`done` text,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	`standing` text DEFAULT 'actual' NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`text` text NOT NULL,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `embedding` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`network_id` text,
	`form` text NOT NULL,
	`organisation_id` text,
	`funded_until` text,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`layer_id` text,
	`time` text,
	`minutes` integer,
	`place` text,
	`mode` text,
	`use_score` integer,
	`creation_score` integer,
	`sharing_score` integer,
	`coordination_score` integer,
	`head_count` integer,
	`is_open` integer DEFAULT false NOT NULL,
	`target_groups` text DEFAULT '[]' NOT NULL,
	`sources` text,
	`note` text,
	`reader` text DEFAULT 'team' NOT NULL,
	`rhythm_id` text,
	`series_id` text,
	`calendar_key` text,
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
	FOREIGN KEY (`rhythm_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`series_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting_doer` (
	`meeting_id` text NOT NULL,
	`part` text NOT NULL,
	`doer_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`meeting_id`, `part`, `doer_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`doer_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting_object` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`yield_id` text NOT NULL,
	`use` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`yield_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting_part` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`name` text NOT NULL,
	`time` text,
	`minutes` integer,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting_part_unit` (
	`part_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`part_id`, `unit_id`),
	FOREIGN KEY (`part_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting_unit` (
	`meeting_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`meeting_id`, `unit_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `quality` (
	`id` text PRIMARY KEY NOT NULL,
	`yield_id` text NOT NULL,
	`date` text,
	`visibility` integer,
	`accessibility` integer,
	`usability` integer,
	`transfer_value` integer,
	`portability` integer,
	`adaptivity` integer,
	`by_id` text,
	`note` text,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`yield_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `spread` (
	`id` text PRIMARY KEY NOT NULL,
	`yield_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`audience` text,
	`how` text NOT NULL,
	`distance` text,
	`distance_reason` text,
	`channel_id` text,
	`meeting_id` text,
	`carried_by_id` text,
	`note` text,
	`standing` text DEFAULT 'actual' NOT NULL,
	`start` text,
	`end` text,
	`start_min` text NOT NULL,
	`start_max` text NOT NULL,
	`end_min` text NOT NULL,
	`end_max` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`yield_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`to_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`channel_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`meeting_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`carried_by_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `yield_maker` (
	`yield_id` text NOT NULL,
	`maker_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`yield_id`, `maker_id`),
	FOREIGN KEY (`yield_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`maker_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `yield_origin` (
	`yield_id` text NOT NULL,
	`origin_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`yield_id`, `origin_id`),
	FOREIGN KEY (`yield_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`origin_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `yield` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`form` text NOT NULL,
	`nature` text,
	`is_boundary_object` integer DEFAULT false NOT NULL,
	`level` text,
	`layer_id` text,
	`target_groups` text DEFAULT '[]' NOT NULL,
	`description` text,
	`version` text,
	`replaces_id` text,
	`worlds` text DEFAULT '[]' NOT NULL,
	`followed` integer DEFAULT false NOT NULL,
	`expected_by` text,
	`link` text,
	`note` text,
	`file_hash` text,
	`file_name` text,
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
	FOREIGN KEY (`replaces_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
ALTER TABLE `channel` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `channel` ADD `note` text;--> statement-breakpoint
ALTER TABLE `figure` ADD `aspect` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `almost` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `out_of` real;