DROP TABLE project_cash_flows;
