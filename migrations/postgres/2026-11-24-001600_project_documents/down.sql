DROP INDEX documents_report_id;
DROP INDEX documents_agreement_id;
DROP INDEX documents_project_id;
DELETE FROM documents WHERE project_id IS NOT NULL;
ALTER TABLE documents DROP COLUMN report_id;
ALTER TABLE documents DROP COLUMN agreement_id;
ALTER TABLE documents DROP COLUMN project_id;
