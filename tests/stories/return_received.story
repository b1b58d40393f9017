# Issue 2, item 12: what comes in for a quarter, on which way, and what becomes of it until it is accepted.
organisation jia = bank 示例银行甲
organisation yi = bank 示例银行乙
organisation bureau = city_bureau 示例市市场监管局
organisation regulator = regulator 示例监管局
person jia.clerk = bank_clerk of jia
person jia.checker = bank_reviewer of jia
person yi.clerk = bank_clerk of yi
person yi.checker = bank_reviewer of yi
person handler = bureau_handler of bureau
person reviewer = bureau_reviewer of bureau
person officer = regulator_officer of regulator
restart at 2026-10-01T00:10

# Whatever is recorded from outside came on a way outside.
as yi.clerk
GET /returns?period=2026Q3 → 200 saving other=/rows/0/id
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000"} → 200
POST /returns/{other}/prepare {} → 200 {"number":1} saving digest=/digest
POST /returns/{other}/record-outside {"number":1,"digest":"{digest}","channel":"here","received":"2026-10-01T00:05:00+08:00"} → 400 {"code":"not_outside","errors":[{"pointer":"/channel","code":"not_outside"}]}

# A stamped scan is a picture of paper, whatever it is called: PDF, JPEG or PNG by its bytes.
as handler
GET /returns?period=2026Q3&organisation={jia} → 200 saving return=/rows/0/id
POST /files?name=scan.pdf file=stories/files/ledger.csv → 200 {"kind":"text"} saving sheet=/digest
POST /files?name=scan.csv file=stories/files/scan.pdf → 200 {"kind":"pdf"} saving scan=/digest
POST /returns/{return}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000","paper_date":"2026-10-01","scan":"{sheet}"} → 400 {"code":"not_a_scan","errors":[{"pointer":"/scan","code":"not_a_scan"}]}
POST /returns/{return}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000","paper_date":"2026-10-01"} → 200
POST /returns/{return}/prepare {} → 200 saving digest=/digest
POST /returns/{return}/record-outside {"number":1,"digest":"{digest}","channel":"paper","received":"2026-10-01T00:05:00+08:00","scan":"{sheet}"} → 400 {"code":"not_a_scan","errors":[{"pointer":"/scan","code":"not_a_scan"}]}
POST /returns/{return}/record-outside {"number":1,"digest":"{digest}","channel":"paper","received":"2026-10-01T00:05:00+08:00","scan":"{scan}"} → 202 saving outside=/command
POST /files?name=ding.csv file=stories/main_job/ding.csv → 200 saving ledger=/digest
POST /imports {"kind":"loan_ledger","digest":"{ledger}","organisation":{jia},"data_date":"2026-09-30","arrived_on":"2026-09-30","scan":"{sheet}"} → 400 {"code":"not_a_scan","errors":[{"pointer":"/scan","code":"not_a_scan"}]}

# What came in here waits for the regulator, until it is accepted or sent back; what came in outside is in its hands.
as reviewer
GET /commands → 200 saving version=/rows/0/version
POST /commands/{outside}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200 {"number":1,"timeliness":"on_time"}
as officer
GET /todo → 200 {"rows":[]}
as yi.clerk
POST /returns/{other}/prepare {} → 200 {"number":2} saving digest=/digest
POST /returns/{other}/submit {"number":2,"digest":"{digest}"} → 202 saving waiting=/command
as officer
GET /todo → 200 {"rows":[]}
as yi.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200
as officer
GET /todo → 200 {"rows":[{"source":"duty","name":"returns.decide","title":"接受或退回季度专项统计表","path":"/returns/{other}","due":"2026-10-11","organisation":{regulator},"period":"2026Q3","about_name":"示例银行乙"}]}
POST /returns/{other}/send-back {"number":2,"remark":"示例意见"} → 200
GET /todo → 200 {"rows":[]}
as yi.clerk
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人二","phone":"0371-00000000"} → 200
POST /returns/{other}/prepare {} → 200 {"number":3} saving digest=/digest
POST /returns/{other}/submit {"number":3,"digest":"{digest}"} → 202 saving waiting=/command
as yi.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200
as officer
GET /todo → 200 {"rows":[{"name":"returns.decide","path":"/returns/{other}"}]}
POST /returns/{other}/accept {"number":3} → 200
GET /todo → 200 {"rows":[]}
