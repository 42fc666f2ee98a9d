DROP INDEX associations_search;
