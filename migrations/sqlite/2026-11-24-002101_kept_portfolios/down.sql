DROP TABLE kept_portfolios;
