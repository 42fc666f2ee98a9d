-- PostgreSQL keeps the rows of a table in one way only.
SELECT 1;
