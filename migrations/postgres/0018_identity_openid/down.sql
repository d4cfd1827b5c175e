DROP TABLE openid_returns;
DROP TABLE openid_accounts;
