-- Words and names are compared by their bytes, as in every other engine, whatever language the database was made for.

ALTER TABLE accounts ALTER COLUMN handle TYPE TEXT COLLATE "C";
ALTER TABLE accounts ALTER COLUMN sort_name TYPE TEXT COLLATE "C";
ALTER TABLE account_words ALTER COLUMN word TYPE TEXT COLLATE "C";
