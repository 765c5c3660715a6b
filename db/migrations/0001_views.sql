CREATE TABLE `view` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`position` integer DEFAULT 0 NOT NULL,
	`day` text,
	`compare_day` text,
	`colour` text NOT NULL,
	`ended` integer DEFAULT false NOT NULL,
	`folded` text DEFAULT '[]' NOT NULL,
	`hidden` text DEFAULT '[]' NOT NULL,
	`focus_id` text,
	`focus_steps` integer DEFAULT 1 NOT NULL,
	`centre_x` real,
	`centre_y` real,
	`zoom` real,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`focus_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `view_note` (
	`id` text PRIMARY KEY NOT NULL,
	`view_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`anchor_id` text,
	`x` real NOT NULL,
	`y` real NOT NULL,
	`width` real NOT NULL,
	`height` real NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`view_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`anchor_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
