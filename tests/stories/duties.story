# Issue 2, items 6 and 7: deadlines and to-do, and the day job that looks after them.
as system
POST /organisations {"kind":"city_bureau","name":"示例市市场监管局"} → 200 saving bureau=/id
POST /organisations {"kind":"guarantor","name":"示例担保甲"} → 200
GET /organisations?kind=guarantor → 200 saving bank=/rows/0/id
POST /people {"organisation":{bureau},"name":"示例人员一","login":"han","password":"Velvet-anchor-93-moss"} → 200 saving han=/id
POST /people {"organisation":{bureau},"name":"示例人员二","login":"han2","password":"Velvet-anchor-93-moss"} → 200 saving han2=/id
POST /people {"organisation":{bureau},"name":"示例人员三","login":"rev","password":"Velvet-anchor-93-moss"} → 200 saving rev=/id
POST /people {"organisation":{bureau},"name":"示例人员四","login":"keeper","password":"Velvet-anchor-93-moss"} → 200 saving keeper=/id
POST /people {"organisation":{bank},"name":"示例人员五","login":"jia.admin","password":"Velvet-anchor-93-moss"} → 200 saving jia=/id
as security
POST /grants {"account":{han},"role":"bureau_handler"} → 200
POST /grants {"account":{han2},"role":"bureau_handler"} → 200
POST /grants {"account":{rev},"role":"bureau_reviewer"} → 200
POST /grants {"account":{keeper},"role":"institution_admin"} → 200
POST /grants {"account":{jia},"role":"institution_admin"} → 200
as han with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as han2 with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as rev with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as keeper with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.admin with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.admin with Cobalt-otter-58-lamp
as keeper with Cobalt-otter-58-lamp
as rev with Cobalt-otter-58-lamp
as han2 with Cobalt-otter-58-lamp
as han with Cobalt-otter-58-lamp
GET /todo → 200 {"rows":[]}

# The eve: nothing is asked yet. The server was down for two months and has closed every day since.
# Peers 15: half past midnight in China is the day before in UTC; the business day is China's.
restart at 2026-11-30T00:30
as audit
GET /journal?limit=2 → 200 {"rows":[{"action":"duties.settle","business_date":"2026-11-30"},{"action":"day.close","business_date":"2026-11-30"}]}
as han
GET /todo → 200 {"rows":[]}

# 1 December: the bureau owes next year's calendar; a late start gives the nearest reminder only.
restart at 2026-12-01T09:00
as han
GET /todo → 200 {"rows":[{"source":"duty","name":"calendar.publish","title":"发布工作日历","path":"/rules","due":"2026-12-31","days_left":30,"state":"open","provisional":false,"period":"2027"}]} saving duty=/rows/0/id
GET /duties → 200 {"rows":[{"kind":"calendar.publish","subject":2027,"organisation":{bureau},"organisation_name":"示例市市场监管局","reminded":30,"urged":0,"mine":true}]}
GET /duties?kind=calendar.publish&state=open&period=2027 → 200 {"rows":[{"id":{duty}}]}
GET /duties?state=overdue → 200 {"rows":[]}
GET /duties?state=closed → 200 {"rows":[]}
GET /duties?organisation={bank} → 200 {"rows":[]}
# A reviewer reads it but may not do it; a bank does not see it at all.
as rev
GET /todo → 200 {"rows":[]}
GET /duties → 200 {"rows":[{"id":{duty},"mine":false}]}
POST /duties/{duty}/urge {} → 403
as jia.admin
GET /duties → 200 {"rows":[]}
GET /todo → 200 {"rows":[]}
GET /duties/{duty}/history → 404
POST /duties/{duty}/urge {} → 403
POST /duties/{duty}/assign if-match=1 {} → 404

# An authority urges, once a day.
as han
POST /duties/{duty}/urge {"remark":"请于月底前发布"} → 200
POST /duties/{duty}/urge {} → 422 {"code":"urged_today"}
POST /duties/1/urge {} → 404

# The institution gives the duty to one of those who may do it.
as keeper
GET /people → 200 {"rows":[{"login":"han"},{"login":"han2"},{"login":"rev"},{"login":"keeper"}]} saving han_person=/rows/0/person rev_person=/rows/2/person han_version=/rows/0/version
GET /duties → 200 saving version=/rows/0/version
POST /duties/{duty}/assign {"person":{han_person}} → 428
POST /duties/{duty}/assign if-match={version} {"person":{rev_person}} → 422 {"code":"not_assignable","errors":[{"pointer":"/person"}]}
POST /duties/{duty}/assign if-match={version} {"person":{han_person}} → 200
POST /duties/{duty}/assign if-match={version} {"person":{han_person}} → 412
as han
GET /todo → 200 {"rows":[{"id":{duty},"assignee":{han_person},"last_urged":"2026-12-01"}]}
POST /duties/{duty}/assign if-match={version} {} → 403
as han2
GET /todo → 200 {"rows":[]}

# Another day, another urge; who leaves hands back what he was given.
restart at 2026-12-24T09:00
as han2
POST /duties/{duty}/urge {} → 200
GET /duties → 200 {"rows":[{"reminded":7,"urged":2,"last_urged":"2026-12-24","assignee_name":"示例人员一","mine":false}]}
as keeper
POST /staff/{han}/disable if-match={han_version} → 200
as han2
GET /todo → 200 {"rows":[{"id":{duty},"days_left":7}]}

# A waiting command is no duty, but it stands in the same list for whoever may check it.
restart at 2027-01-02T09:00
as han2
GET /duties?state=overdue → 200 {"rows":[{"id":{duty},"state":"overdue","days_left":-2,"reminded":1}]}
POST /rules/publish {"code":"calendar","confidence":"confirmed","effective":"2027-01-01","clause":"示例通知","content":{"days":[{"date":"2026-01-01","kind":"holiday","name":"元旦"},{"date":"2027-01-01","kind":"holiday","name":"元旦"}]}} → 202 saving waiting=/command
GET /todo → 200 {"rows":[{"source":"duty","state":"overdue"}]}
as rev
GET /todo → 200 {"rows":[{"source":"command","id":{waiting},"name":"rules.publish","title":"发布规则表","maker_name":"示例人员二"}]} saving version=/rows/0/version
GET /commands → 200 {"rows":[{"id":{waiting}}]}
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200
GET /todo → 200 {"rows":[]}

# The publication closes the duty by itself, two days late.
restart at 2027-01-02T10:00
as han2
GET /todo → 200 {"rows":[]}
GET /duties?state=closed → 200 {"rows":[{"id":{duty},"outcome":"done","timeliness":"late","state":"closed"}]}
POST /duties/{duty}/urge {} → 422 {"code":"duty_closed"}
GET /duties/{duty}/history → 200 {"rows":[{"event":"opened","due":"2026-12-31"},{"event":"reminded","days":30},{"event":"urged","remark":"请于月底前发布","person_name":"示例人员一","organisation_name":"示例市市场监管局"},{"event":"assigned","person_name":"示例人员一"},{"event":"reminded","days":7},{"event":"urged","person_name":"示例人员二"},{"event":"handed_back","person_name":"示例人员一"},{"event":"reminded","days":1},{"event":"closed","outcome":"done","timeliness":"late"}]}
as keeper
GET /duties → 200 saving version=/rows/0/version
POST /duties/{duty}/assign if-match={version} {} → 422 {"code":"duty_closed"}
