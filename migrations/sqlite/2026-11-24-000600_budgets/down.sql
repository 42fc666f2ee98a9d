DROP TABLE variance_explanations;
DROP TABLE progress_reports;
DROP TABLE project_baselines;
DROP TABLE project_budgets;
