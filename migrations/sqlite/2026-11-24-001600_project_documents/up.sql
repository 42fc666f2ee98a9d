-- Documents of a project: its own, of an agreement, of a progress report. The association is then the project's owner.
ALTER TABLE documents ADD COLUMN project_id BLOB REFERENCES projects (id);
ALTER TABLE documents ADD COLUMN agreement_id BLOB REFERENCES partner_records (id);
ALTER TABLE documents ADD COLUMN report_id BLOB REFERENCES progress_reports (id);
CREATE INDEX documents_project_id ON documents (project_id, id);
CREATE INDEX documents_agreement_id ON documents (agreement_id);
CREATE INDEX documents_report_id ON documents (report_id);
