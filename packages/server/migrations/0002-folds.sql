-- Which way of folding an organisation's sheets are folded by: when a later version of Sathi folds differently, they are folded anew.
alter table app.organisation add column folds text;
grant update (folds) on app.organisation to :"app_login";
