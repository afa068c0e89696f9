-- The newest steps of a member's markers with their times, newest first. There is none for steps before this version.

ALTER TABLE members ADD COLUMN marker_steps TEXT;
