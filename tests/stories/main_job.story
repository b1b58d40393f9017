# Issue 2, first paragraph: a bank's ledger spreadsheet becomes a signed quarterly return on a provable record. One bank
# by rows, one by form, one nil, one entered on behalf; the city's figures are sums made by hand (in 万元):
#   甲 190 + 250 - 73 = 367, eight notes of four borrowers, 50 of it substandard; 乙 50 + 30 = 80; 丙 nil; 丁 0 + 200 = 200.
organisation jia = bank 示例银行甲
organisation jinshui = bank 示例银行甲金水支行 under jia
organisation gaoxin = bank 示例银行甲高新支行 under jia
organisation yi = bank 示例银行乙
organisation bing = bank 示例银行丙
organisation ding = bank 示例银行丁
organisation east = bank 示例银行丁东支行 under ding
organisation bureau = city_bureau 示例市市场监管局
organisation regulator = regulator 示例监管局
organisation office = audit_office 示例审计机构
person jia.clerk = bank_clerk of jia
person jia.checker = bank_reviewer of jia
person gaoxin.clerk = bank_clerk of gaoxin
person yi.clerk = bank_clerk of yi
person yi.checker = bank_reviewer of yi
person bing.clerk = bank_clerk of bing
person bing.checker = bank_reviewer of bing
person ding.clerk = bank_clerk of ding
person ding.checker = bank_reviewer of ding
person handler = bureau_handler of bureau
person officer = regulator_officer of regulator
person auditor = auditor of office

# What the bank had at the quarter's beginning.
as jia.clerk
POST /files?name=june.xlsx file=stories/main_job/june.csv.xlsx → 200 {"kind":"xlsx"} saving june=/digest
POST /imports {"kind":"loan_ledger","digest":"{june}","basis":"customer_authorisation"} → 200 saving import=/id seen=/version
GET /imports/{import} → 200 {"state":"staged","header_row":3,"counts":{"rows":3,"good":3,"wrong":0}}
GET /imports/{import}/findings → 200 {"rows":[{"row":0,"code":"data_date_unknown","gravity":"question","suggestion":"2026-06-30"}]}
POST /imports/{import}/map {"data_date":"2026-06-30"} → 200 saving seen=/version
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 200 {"created":3}

# The quarter ends; the sheet as of its last day has a fault in every row.
restart at 2026-10-01T00:10
as jia.clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{jia},"state":"open","due":"2026-10-10"}]} saving return=/rows/0/id
GET /todo → 200 {"rows":[{"name":"returns.file","due":"2026-10-10"}]}
POST /files?name=september.xlsx file=stories/main_job/september.csv.xlsx → 200 {"kind":"xlsx"} saving september=/digest
POST /imports {"kind":"loan_ledger","digest":"{september}","basis":"customer_authorisation","data_date":"2026-09-30"} → 200 saving import=/id seen=/version
GET /imports/{import}/findings?gravity=error → 200 {"rows":[{"row":5,"field":"uscc","value":"91410100900000022","code":"code_form"},{"row":6,"field":"branch","code":"unknown_branch"},{"row":7,"field":"disbursed_on","value":"2026-06-31"},{"row":8,"field":"matures_on","code":"due_before_disbursed"},{"row":9,"field":"disbursed_fen","value":"1.2亿"},{"row":10,"field":"balance_fen","code":"balance_above_disbursed"},{"row":11,"field":"class","value":"优良","code":"not_a_choice"}]}
GET /imports/{import}/findings?gravity=conflict → 200 {"rows":[{"row":4,"field":"disbursed_fen","choices":[{"code":"keep"},{"code":"take"}]}]} saving amount=/rows/0/key
GET /imports/{import}/findings?gravity=question → 200 {"rows":[{"row":0,"value":"示借003"}]} saving missing=/rows/0/key
POST /imports/{import}/mend {"corrections":[{"row":5,"field":"uscc","value":"914101009000000226"},{"row":6,"field":"branch","value":"示例银行甲金水支行"},{"row":7,"field":"disbursed_on","value":"2026-08-05"},{"row":8,"field":"matures_on","value":"2027-08-31"},{"row":9,"field":"disbursed_fen","value":"20"},{"row":10,"field":"balance_fen","value":"20"},{"row":11,"field":"class","value":"正常"}]} → 200 saving seen=/version
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 422 {"code":"questions_open"}
POST /imports/{import}/answer {"answers":[{"key":"{amount}","answer":"keep"},{"key":"{missing}","answer":"settled"}]} → 200 saving seen=/version
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 200 {"accepted":8,"created":6,"changed":2,"left_out":0}

# Every loan is seen by its bank, by the regulator and, its basis stated, by the bureau; by nobody else.
GET /loans?text=示借 → 200 {"rows":[{},{},{},{},{},{},{},{},{}]}
GET /loans?text=示借003 → 200 {"rows":[{"note_number":"示借003","balance_fen":0}]} saving third=/rows/0/id
GET /loans?text=示借001 → 200 {"rows":[{"note_number":"示借001","disbursed_fen":100000000,"balance_fen":70000000}]} saving first=/rows/0/id
GET /loans/{first} → 200
# Why a note counts in a figure, or does not.
GET /loans/{third}/figures?period=2026Q3 → 200 {"note":{third},"figures":{"0":{"cell":"balance_begin","counts":"yes","amount":60000000,"reasons":[]},"1":{"cell":"disbursed_q","counts":"no","reasons":{"0":{"truth":"no"}}},"4":{"cell":"loans_end","counts":"no","reasons":[{"truth":"no","asked_zh":"贷款余额大于 0.00 元","found_zh":"0.00 元","found_en":"0.00 yuan"}]}}}
GET /loans/{first}/figures?period=2026Q3 → 200 {"figures":{"4":{"cell":"loans_end","counts":"yes","amount":1}}}
GET /loans/{first}/figures?period=2026Q4 → 200 {"note":{first},"figures":[]}
as officer
GET /loans/{first}/figures?period=2026Q3 → 200
GET /loans/{first} → 200
as handler
GET /loans/{first} → 200
as gaoxin.clerk
GET /loans → 200 {"rows":[]}
GET /loans/{first} → 404
as yi.clerk
GET /loans → 200 {"rows":[]}
GET /loans/{first} → 404
GET /loans/{first}/figures?period=2026Q3 → 404
GET /imports/{import} → 404
GET /returns/{return} → 404
as auditor
GET /loans → 403

# The return is built from the rows; what they cannot say is entered, 0 confirmed.
as jia.clerk
POST /returns/{return}/fill {"source":"ledger","edition":"final","responsible":"示例负责人","phone":"0371-00000000"} → 200
POST /returns/{return}/prepare {} → 422 {"code":"checks_failed"}
POST /returns/{return}/fill {"source":"ledger","edition":"final","responsible":"示例负责人","phone":"0371-00000000","cells":{"transferred_in_q":0,"written_off_q":0,"transferred_out_q":0,"prior_correction_q":0}} → 200
POST /returns/{return}/prepare {} → 200 {"number":1} saving digest=/digest
GET /returns/{return} → 200 {"state":"prepared","cells":{"0":{"cell":"balance_begin","value":190000000},"1":{"cell":"disbursed_q","value":250000000},"3":{"cell":"repaid_q","value":73000000},"7":{"cell":"balance_end","value":367000000},"8":{"cell":"loans_end","value":8},"9":{"cell":"households_end","value":4},"10":{"cell":"disbursed_ytd","value":400000000},"11":{"cell":"loans_disbursed_ytd","value":8},"12":{"cell":"households_disbursed_ytd","value":4},"13":{"cell":"households_disbursed_q","value":2},"14":{"cell":"balance_patent","value":170000000},"15":{"cell":"balance_trademark","value":50000000},"16":{"cell":"balance_copyright","value":27000000},"19":{"cell":"balance_mixed","value":120000000},"20":{"cell":"balance_pure_ip","value":197000000},"21":{"cell":"balance_ip_plus","value":130000000},"22":{"cell":"balance_unsecured_part","value":40000000}}}
GET /returns/{return}/rows?cell=loans_end → 200 {"rows":[{},{},{},{},{},{},{},{}]}
POST /returns/{return}/submit {"number":1,"digest":"{digest}"} → 202 {"state":"awaiting_approval"} saving waiting=/command
as jia.checker
GET /commands → 200 {"rows":[{"command":"returns.submit","mine":false}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"wrong"} → 422 {"code":"wrong_password"}
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200 {"number":1,"timeliness":"on_time"}
# What was signed cannot be taken back under its feet.
as jia.clerk
GET /imports/{import} → 200 saving applied=/version
POST /imports/{import}/undo if-match={applied} {} → 422 {"code":"undo_too_late"}

# Another bank hands over no rows; a third has nothing to report.
as yi.clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{yi}}]} saving return2=/rows/0/id
POST /returns/{return2}/fill {"source":"form","edition":"final","responsible":"示例负责人","phone":"0371-00000000","cells":{"balance_begin":50000000,"balance_end":80000000,"disbursed_q":30000000,"loans_end":3,"households_end":3,"disbursed_ytd":30000000,"loans_disbursed_ytd":1,"households_disbursed_ytd":1,"households_disbursed_q":1,"balance_patent":80000000,"balance_pure_ip":80000000,"balance_special_mention":0,"balance_substandard":0,"balance_doubtful":0,"balance_loss":0,"transferred_in_q":0,"repaid_q":0,"written_off_q":0,"transferred_out_q":0,"prior_correction_q":0}} → 200
POST /returns/{return2}/prepare {} → 200 saving digest=/digest
POST /returns/{return2}/submit {"number":1,"digest":"{digest}"} → 202 saving waiting=/command
as yi.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200
as bing.clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{bing}}]} saving return3=/rows/0/id
POST /returns/{return3}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000"} → 200
POST /returns/{return3}/prepare {} → 200 saving digest=/digest
POST /returns/{return3}/submit {"number":1,"digest":"{digest}"} → 202 saving waiting=/command
as bing.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200

# The fourth mailed its sheet: the bureau enters it, nothing is signed before the bank confirms.
as handler
POST /files?name=ding.csv file=stories/main_job/ding.csv → 200 {"kind":"text"} saving sheet=/digest
POST /imports {"kind":"loan_ledger","digest":"{sheet}","organisation":{ding},"data_date":"2026-09-30","arrived_on":"2026-09-30"} → 200 saving import4=/id seen=/version
POST /imports/{import4}/apply if-match={seen} {"accept":"all"} → 200 {"created":1} saving entered=/version
as ding.clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{ding}}]} saving return4=/rows/0/id
POST /returns/{return4}/fill {"source":"ledger","edition":"final","responsible":"示例负责人","phone":"0371-00000000","cells":{"transferred_in_q":0,"written_off_q":0,"transferred_out_q":0,"prior_correction_q":0}} → 200
POST /returns/{return4}/prepare {} → 200 saving digest=/digest
POST /returns/{return4}/submit {"number":1,"digest":"{digest}"} → 422 {"code":"rows_unconfirmed"}
POST /returns/{return4}/record-outside {"number":1,"digest":"{digest}","channel":"paper","received":"2026-10-01T01:30:00Z"} → 422 {"code":"rows_unconfirmed"}
GET /imports/{import4} → 200 {"on_behalf":true,"arrived_on":"2026-09-30","entered_on":"2026-10-01"}
POST /imports/{import4}/confirm if-match={entered} {} → 200
POST /returns/{return4}/submit {"number":1,"digest":"{digest}"} → 202 saving waiting=/command
as ding.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200

# Regulator and bureau see the city's totals: the sum of the banks, and how much of it rows back.
as officer
GET /returns/board?period=2026Q3 → 200 {"asked":4,"on_time":4,"open":0,"by_ledger":2,"by_form":1,"nil":1}
GET /figures/city?period=2026Q3 → 200 {"filed":4,"cells":{"0":{"cell":"balance_begin","value":240000000,"backed":190000000,"rest":50000000},"1":{"cell":"disbursed_q","value":480000000,"backed":450000000,"rest":30000000},"3":{"cell":"repaid_q","value":73000000},"7":{"cell":"balance_end","value":647000000,"backed":567000000,"rest":80000000,"organisations":3},"8":{"cell":"loans_end","value":12},"9":{"cell":"households_end","value":8}}}
GET /figures/city/differences?period=2026Q3&cell=balance_end → 200 {"rows":[]}
as handler
GET /figures/city?period=2026Q3 → 200 {"filed":4,"cells":{"7":{"cell":"balance_end","value":647000000}}}
GET /returns/{return} → 200 {"state":"submitted","frozen":{"number":1,"checked_by":"示例人员jia.checker"}}

# The auditor takes the record home and verifies it without the city.
as auditor
GET /journal/export → 200 saving record=file
offline record
