# Issue 2, item 6: tables of law are data that two people publish, with clause, validity and confidence.
as system
POST /organisations {"kind":"city_bureau","name":"示例市市场监督管理局"} → 200 saving bureau=/id
POST /people {"organisation":{bureau},"name":"示例经办","login":"handler","password":"Velvet-anchor-93-moss"} → 200 saving handler=/id
POST /people {"organisation":{bureau},"name":"示例复核","login":"reviewer","password":"Velvet-anchor-93-moss"} → 200 saving reviewer=/id
as security
POST /grants {"account":{handler},"role":"bureau_handler"} → 200
POST /grants {"account":{reviewer},"role":"bureau_reviewer"} → 200
as handler with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as reviewer with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
# Everybody reads; what init published stands there with its confidence.
as audit
GET /rules → 200 {"rows":[{"code":"calendar","confidence":"confirmed","effective":"2022-01-01"},{"code":"loan_class","effective":"2023-07-01"},{"code":"personal_columns","confidence":"ours"},{"code":"quarterly_return","confidence":"ours"},{"code":"return_terms","confidence":"ours"}]} saving calendar=/rows/0/id class=/rows/1/id first=/rows/0/version
GET /rules/{class} → 200 {"code":"loan_class","content":{"limits":[{"class":"pass"},{"overdue_days_over":0},{"overdue_days_over":90,"npl":true},{"overdue_days_over":270},{"overdue_days_over":360}]}}
GET /rules/{class}?as_of=2023-06-30&known_at=now → 404
GET /rules/{class}?as_of=2023-07-01&known_at=now → 200
# Known to nobody here on that day.
GET /rules/{class}?as_of=2023-07-01 → 404
GET /rules?known_at=gestern → 400 {"code":"bad_known_at","errors":[{"pointer":"/known_at"}]}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":{"days":[]}} → 403
as handler with Cobalt-otter-58-lamp
POST /rules/publish {"code":"lunar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":{}} → 400 {"errors":[{"pointer":"/code","code":"unknown_set"}]}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":{"days":[{"date":"2026-01-03","kind":"holiday","name":"元旦"},{"date":"2026-13-01","kind":"holiday","name":"元旦"}]}} → 400 {"errors":[{"pointer":"/content/days/1/date","code":"date"}]}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例","confidence":"ours","content":{"days":[{"date":"2026-01-03","kind":"holiday","name":"元旦"}]}} → 400 {"errors":[{"pointer":"/content/days/0/date","code":"holiday_on_weekend"}]}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例通知","confidence":"source","content":{"days":[{"date":"2026-01-01","kind":"holiday","name":"元旦"},{"date":"2027-01-01","kind":"holiday","name":"元旦"}]}} → 202 {"state":"awaiting_approval"} saving waiting=/command
# Nothing is in force before the second person.
POST /calculators/deadline {"from":"2026-12-31","amount":1,"unit":"working_day","roll":"none"} → 422 {"code":"no_calendar"}
GET /commands → 200 {"rows":[{"command":"rules.publish","mine":true}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 403
as reviewer with Cobalt-otter-58-lamp
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200 {"id":{calendar}}
GET /rules/{calendar} → 200 {"effective":"2024-01-01","clause":"示例通知","confidence":"source"}
GET /rules/{calendar}?as_of=2023-12-31&known_at=now → 200 {"effective":"2022-01-01","version":{first}}
GET /rules/{calendar}/history → 200 {"rows":[{"effective":"2024-01-01","withdrawn":false},{"effective":"2022-01-01","version":{first}}]}
GET /rules/1/history → 404
# 2027 is known from now on: New Year is off, Monday the fourth is the first working day.
POST /calculators/deadline {"from":"2026-12-31","amount":1,"unit":"working_day","roll":"none"} → 200 {"due":"2027-01-04"}
# The same again is refused; another clause for the same day is a correction.
as handler
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例通知","confidence":"source","content":{"days":[{"date":"2026-01-01","kind":"holiday","name":"元旦"},{"date":"2027-01-01","kind":"holiday","name":"元旦"}]}} → 422 {"code":"nothing_new"}
POST /rules/publish {"code":"calendar","effective":"2024-01-01","clause":"示例通知（更正）","confidence":"source","content":{"days":[{"date":"2026-01-01","kind":"holiday","name":"元旦"},{"date":"2027-01-01","kind":"holiday","name":"元旦"}]}} → 202
