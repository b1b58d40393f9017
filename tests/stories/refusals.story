# Grounds of refusal that no other story meets: what was asked is not done, and the code says why.
as system
GET /organisations?kind=platform → 200 saving platform=/rows/0/id
POST /organisations {"kind":"bank","name":"示例银行甲","uscc":"91410100MA9DEM01X3"} → 200 saving jia=/id
POST /organisations {"kind":"bank","name":"示例银行乙","uscc":"91410100MA9DEM01X3"} → 422 {"code":"uscc_known","errors":[{"pointer":"/uscc"}]}
POST /organisations {"kind":"bank","name":"示例银行丙"} → 200 saving bing=/id
POST /organisations {"kind":"bank","name":"示例银行丁"} → 200 saving ding=/id seen=/version
POST /organisations/{ding}/rename {"name":"示例","effective":"2026-10-01"} → 428 {"code":"version_missing"}
POST /organisations/{ding}/close if-match={seen} {"effective":"2026-09-30","successor":999} → 422 {"code":"no_such_organisation","errors":[{"pointer":"/successor"}]}
POST /organisations {"kind":"bank","name":"示例银行戊"} → 200 saving wu=/id seen=/version
POST /organisations/{wu}/close if-match={seen} {"effective":"2026-09-30"} → 200 saving seen=/version
POST /organisations/{wu}/close if-match={seen} {"effective":"2026-09-30"} → 422 {"code":"organisation_closed"}
POST /organisations/{wu}/rename if-match={seen} {"name":"示例","effective":"2026-10-01"} → 422 {"code":"organisation_closed"}

# People: whom there is not, whose name is taken, and what nobody does to himself or herself.
POST /people {"organisation":999,"name":"示例人员一","login":"one","password":"Velvet-anchor-93-moss"} → 422 {"code":"no_such_organisation","errors":[{"pointer":"/organisation"}]}
POST /people {"organisation":{wu},"name":"示例人员一","login":"one","password":"Velvet-anchor-93-moss"} → 422 {"code":"no_such_organisation"}
POST /people {"organisation":{jia},"person":999,"login":"one","password":"Velvet-anchor-93-moss"} → 422 {"code":"no_such_person","errors":[{"pointer":"/person"}]}
POST /people {"organisation":{jia},"login":"one","password":"Velvet-anchor-93-moss"} → 422 {"code":"no_such_person","errors":[{"pointer":"/name"}]}
POST /people {"organisation":{jia},"name":"示例人员一","login":"1one","password":"Velvet-anchor-93-moss"} → 400 {"errors":[{"pointer":"/login","code":"login_form"}]}
POST /people {"organisation":{jia},"name":"示例人员一","login":"one","password":"Velvet-anchor-93-moss"} → 200 saving one=/id seen=/version
POST /people {"organisation":{jia},"name":"示例人员二","login":"one","password":"Velvet-anchor-93-moss"} → 422 {"code":"login_taken","errors":[{"pointer":"/login"}]}
POST /people/{one}/disable if-match={seen} {} → 200 saving seen=/version
POST /people/{one}/disable if-match={seen} {} → 422 {"code":"already_disabled"}
POST /accounts/change-password {"old_password":"not-the-password-1","new_password":"Cobalt-otter-58-lamp"} → 422 {"code":"wrong_old_password","errors":[{"pointer":"/old_password"}]}
GET /people?organisation={platform} → 200 {"rows":[{"login":"system"},{},{}]} saving system=/rows/0/id seen=/rows/0/version
POST /people/{system}/disable if-match={seen} {} → 422 {"code":"own_account"}
POST /people/{system}/reset if-match={seen} {"password":"Cobalt-otter-58-lamp"} → 422 {"code":"own_account"}
organisation yi = bank 示例银行乙
person yi.clerk = bank_clerk of yi
person yi.keeper = institution_admin of yi
as security
GET /people?organisation={yi} → 200 saving clerk=/rows/0/id
POST /grants {"account":{clerk},"role":"bank_clerk"} → 422 {"code":"role_held"}
POST /grants/withdraw {"account":{clerk},"role":"bank_reviewer"} → 422 {"code":"role_not_held"}

# A register that says what cannot be: known codes, a twin, another head office, a code that came late.
as system
POST /files?name=institutions.csv file=stories/refusals/institutions.csv → 200 saving register=/digest
POST /imports {"kind":"institutions","digest":"{register}"} → 200 saving import=/id
GET /imports/{import}/findings → 200 {"rows":[{"row":0,"field":"备注","code":"column_unknown","gravity":"warning"},{"row":3,"field":"uscc","code":"institution_twice"},{"row":3,"field":"kind","code":"uscc_known"},{"row":4,"field":"uscc","code":"uscc_fixed"},{"row":5,"field":"head_office","code":"head_office_fixed"},{"row":6,"field":"name","code":"organisation_closed"},{"row":7,"field":"uscc","code":"uscc_check","gravity":"warning"},{"row":9,"field":"name","code":"institution_twice"},{"row":10,"code":"row_skipped","gravity":"warning"}]}

# What is said of a loan is said once, and only where there is something to say.
as yi.clerk
POST /files?name=ledger.csv file=stories/refusals/ledger.csv → 200 saving ledger=/digest
POST /imports {"kind":"loan_ledger","digest":"{ledger}","basis":"customer_authorisation","data_date":"2026-09-30"} → 200 saving import=/id seen=/version
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 200 {"created":2}
GET /loans?text=JJ-1 → 200 saving sound=/rows/0/id
GET /loans/{sound} → 200 saving seen=etag
POST /loans/{sound}/set-basis if-match={seen} {"basis":"customer_authorisation"} → 422 {"code":"basis_unchanged","errors":[{"pointer":"/basis"}]}
POST /loans/{sound}/explain-class if-match={seen} {"reason":"示例理由"} → 422 {"code":"class_needs_no_reason"}
GET /loans?text=JJ-2 → 200 saving late=/rows/0/id
GET /loans/{late} → 200 saving seen=etag
POST /loans/{late}/explain-class if-match={seen} {"reason":"示例理由"} → 200 saving seen=/version
POST /loans/{late}/explain-class if-match={seen} {"reason":"示例理由"} → 422 {"code":"reason_unchanged","errors":[{"pointer":"/reason"}]}

# A rule set is tables that the program knows.
organisation bureau = city_bureau 示例市市场监管局
person handler = bureau_handler of bureau
as handler
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":[]} → 400 {"code":"bad_rules"}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":{"castles":[]}} → 400 {"code":"bad_rules","errors":[{"pointer":"/content/castles","code":"unknown_field"}]}

# A return knows its rules, and nobody receives anything tomorrow.
restart at 2026-10-01T00:10
as yi.clerk
GET /returns?period=2026Q3 → 200 saving return=/rows/0/id
POST /returns/{return}/fill {"source":"nil","edition":"final","reasons":{"castle":"示例"}} → 400 {"code":"bad_input","errors":[{"pointer":"/reasons/castle","code":"no_such_rule"}]}
POST /returns/{return}/record-outside {"number":1,"digest":"a","channel":"mail","received":"2026-10-02T00:10:00+08:00"} → 400 {"code":"received_ahead","errors":[{"pointer":"/received"}]}
