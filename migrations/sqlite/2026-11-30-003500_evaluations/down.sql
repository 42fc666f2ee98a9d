DROP TABLE evaluation_requests;
DROP TABLE evaluation_links;
DROP TABLE evaluation_receipts;
DROP TABLE evaluation_answers;
