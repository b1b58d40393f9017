# Issue 2, item 10: a ledger that came on paper is entered by the bureau for a bank (代录). Nothing that rests on it is
# signed before the bank confirms it or its stamped scan is attached; here it is the scan.
organisation ding = bank 示例银行丁
organisation east = bank 示例银行丁东支行 under ding
organisation yi = bank 示例银行乙
organisation bureau = city_bureau 示例市市场监管局
person handler = bureau_handler of bureau
person clerk = bank_clerk of ding
person other = bank_clerk of yi

as handler
POST /files?name=ding.csv file=stories/main_job/ding.csv → 200 {"kind":"text"} saving sheet=/digest
POST /files?name=scan.pdf file=stories/on_behalf/scan.pdf → 200 saving scan=/digest
POST /imports {"kind":"loan_ledger","digest":"{sheet}","organisation":{ding},"data_date":"2026-09-30","arrived_on":"2026-09-28"} → 200 saving import=/id seen=/version
POST /imports/{import}/attach-scan if-match={seen} {"digest":"{scan}"} → 422 {"code":"not_applied"}
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 200 {"created":1} saving seen=/version
POST /imports/{import}/confirm if-match={seen} {} → 403 {"code":"no_right"}

# The bank sees what was entered for it, both dates beside it, and that nobody has confirmed it; another bank sees nothing.
as other
GET /imports/{import} → 404
as clerk
GET /imports/{import} → 200 {"on_behalf":true,"arrived_on":"2026-09-28","entered_on":"2026-09-30","state":"applied"}
POST /imports/{import}/attach-scan if-match={seen} {"digest":"{scan}"} → 403 {"code":"no_right"}

restart at 2026-10-01T00:10
as clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{ding}}]} saving return=/rows/0/id
POST /returns/{return}/fill {"source":"ledger","edition":"final","responsible":"示例负责人","phone":"0371-00000000","cells":{"transferred_in_q":0,"written_off_q":0,"transferred_out_q":0,"prior_correction_q":0}} → 200
POST /returns/{return}/prepare {} → 200 saving digest=/digest
POST /returns/{return}/submit {"number":1,"digest":"{digest}"} → 422 {"code":"rows_unconfirmed"}
as handler
POST /imports/{import}/attach-scan if-match={seen} {"digest":"{scan}"} → 200
as clerk
GET /imports/{import} → 200 saving paper=/scan
GET /files/{paper} → 200
POST /returns/{return}/submit {"number":1,"digest":"{digest}"} → 202
