# Issue 2, item 12: the quarterly return is sent out at the quarter's end, filled in, frozen, signed by two, received;
# nil in two steps, on behalf with the bank's confirmation, sent back and filed again; the city sums what was filed.
as system
POST /organisations {"kind":"bank","name":"示例银行甲"} → 200 saving jia=/id
POST /organisations {"kind":"bank","name":"示例银行乙"} → 200 saving yi=/id
POST /organisations {"kind":"bank","name":"示例银行甲东支行","parent":{jia}} → 200 saving branch=/id
POST /organisations {"kind":"city_bureau","name":"示例市市场监管局"} → 200 saving bureau=/id
POST /organisations {"kind":"regulator","name":"示例监管局"} → 200 saving regulator=/id
POST /organisations {"kind":"financial_bureau","name":"示例市金融局"} → 200 saving financial=/id
POST /organisations {"kind":"district_bureau","name":"示例区市场监管局","region":"410105"} → 200 saving district=/id
POST /people {"organisation":{jia},"name":"示例人员一","login":"jia.clerk","password":"Velvet-anchor-93-moss"} → 200 saving one=/id
POST /people {"organisation":{jia},"name":"示例人员二","login":"jia.checker","password":"Velvet-anchor-93-moss"} → 200 saving two=/id
POST /people {"organisation":{yi},"name":"示例人员三","login":"yi.clerk","password":"Velvet-anchor-93-moss"} → 200 saving three=/id
POST /people {"organisation":{yi},"name":"示例人员四","login":"yi.checker","password":"Velvet-anchor-93-moss"} → 200 saving four=/id
POST /people {"organisation":{branch},"name":"示例人员五","login":"branch.clerk","password":"Velvet-anchor-93-moss"} → 200 saving five=/id
POST /people {"organisation":{bureau},"name":"示例人员六","login":"handler","password":"Velvet-anchor-93-moss"} → 200 saving six=/id
POST /people {"organisation":{regulator},"name":"示例人员七","login":"officer","password":"Velvet-anchor-93-moss"} → 200 saving seven=/id
POST /people {"organisation":{financial},"name":"示例人员八","login":"finance","password":"Velvet-anchor-93-moss"} → 200 saving eight=/id
POST /people {"organisation":{district},"name":"示例人员九","login":"district","password":"Velvet-anchor-93-moss"} → 200 saving nine=/id
as security
POST /grants {"account":{one},"role":"bank_clerk"} → 200
POST /grants {"account":{two},"role":"bank_reviewer"} → 200
POST /grants {"account":{three},"role":"bank_clerk"} → 200
POST /grants {"account":{four},"role":"bank_reviewer"} → 200
POST /grants {"account":{five},"role":"bank_clerk"} → 200
POST /grants {"account":{six},"role":"bureau_handler"} → 200
POST /grants {"account":{seven},"role":"regulator_officer"} → 200
POST /grants {"account":{eight},"role":"financial_officer"} → 200
POST /grants {"account":{nine},"role":"district_officer"} → 200
GET /returns → 403
as jia.clerk with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.checker with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as yi.clerk with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as yi.checker with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as branch.clerk with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as handler with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as officer with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as finance with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as district with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as branch.clerk with Cobalt-otter-58-lamp
as handler with Cobalt-otter-58-lamp
as finance with Cobalt-otter-58-lamp
as district with Cobalt-otter-58-lamp
as yi.clerk with Cobalt-otter-58-lamp
as yi.checker with Cobalt-otter-58-lamp
as jia.checker with Cobalt-otter-58-lamp
as officer with Cobalt-otter-58-lamp
GET /returns → 200 {"rows":[]}
GET /returns/board?period=2026Q3 → 404
as jia.clerk with Cobalt-otter-58-lamp
GET /returns → 200 {"rows":[]}

# The quarter ends: the program sends the return out to head offices, due on the tenth, a Saturday that moves nothing.
restart at 2026-10-01T00:10
as jia.clerk
GET /returns?period=2026Q3 → 200 {"rows":[{"organisation":{jia},"organisation_name":"示例银行甲","state":"open","due":"2026-10-10"}]} saving return=/rows/0/id
GET /todo → 200 {"rows":[{"name":"returns.file","path":"/returns/{return}","due":"2026-10-10"}]}
GET /returns/{return} → 200 {"state":"open","period":"2026Q3","actions":["fill"],"cells":{"0":{"cell":"balance_begin","value":0,"origin":"figure","enterable":false},"2":{"cell":"transferred_in_q","enterable":true}}}
as branch.clerk
GET /returns → 200 {"rows":[]}
GET /returns/{return} → 404
as yi.clerk
GET /returns/{return} → 404
GET /returns/{return}/history → 404
GET /returns/{return}/rows?cell=balance_end → 404
POST /returns/{return}/fill {"source":"nil","edition":"final"} → 404
as finance
GET /returns → 403
GET /returns/{return} → 403
POST /returns/{return}/fill {"source":"nil","edition":"final"} → 403

# A form of its own: 0 is typed, faults are named at their cells, a mandatory rule stops freezing.
as jia.clerk
POST /returns/{return}/prepare {} → 422 {"code":"no_draft"}
POST /returns/{return}/fill {"source":"form","edition":"preliminary","responsible":"示例负责人","phone":"0371-00000000","cells":{"balance_end":-1,"moon":1,"npl_balance":5}} → 400 {"errors":[{"pointer":"/cells/balance_end"},{"pointer":"/cells/moon","code":"no_such_cell"},{"pointer":"/cells/npl_balance","code":"not_entered"}]}
POST /returns/{return}/fill {"source":"form","edition":"preliminary","responsible":"示例负责人","phone":"0371-00000000","cells":{"balance_begin":50000000,"balance_end":80000000,"disbursed_q":30000000,"loans_end":3,"households_end":4,"disbursed_ytd":30000000,"loans_disbursed_ytd":1,"households_disbursed_ytd":1,"households_disbursed_q":1,"balance_patent":80000000,"balance_pure_ip":80000000,"balance_special_mention":0,"balance_substandard":0,"balance_doubtful":0,"balance_loss":0,"balance_trademark":0}} → 200
POST /returns/{return}/prepare {} → 422 {"code":"checks_failed","errors":[{"pointer":"/rules/V1"},{"pointer":"/rules/V4"}]}
# The bank's own table is read by the titles of its lines; what it does not say is asked, never guessed.
POST /files?name=own.csv file=stories/returns/own.csv → 200 saving own=/digest table=/digest
GET /returns/{return}/own-table?digest={own} → 200 {"lines":[{"cell":"balance_end","row":3,"text":"80.5","fault":"unit_not_said"},{"cell":"loans_end","value":3},{"cell":"loans_end","row":5,"fault":"line_twice"}]}
GET /returns/{return}/own-table?digest={own}&unit=wan → 200 {"unit":"wan","lines":{"0":{"cell":"balance_end","value":80500000}}}
GET /returns/{return}/own-table?digest=0000000000000000000000000000000000000000000000000000000000000000 → 400 {"errors":[{"pointer":"/digest"}]}
POST /files?name=other.csv file=stories/files/ledger.csv → 200 saving own=/digest
GET /returns/{return}/own-table?digest={own} → 400 {"code":"no_line_known"}
POST /returns/{return}/fill {"source":"form","edition":"preliminary","responsible":"示例负责人","phone":"0371-00000000","cells":{"households_end":3,"transferred_in_q":0,"repaid_q":0,"written_off_q":0,"transferred_out_q":0,"prior_correction_q":0}} → 200
POST /returns/{return}/prepare {} → 200 {"number":1} saving number=/number digest=/digest
GET /returns/{return} → 200 {"state":"prepared","frozen":{"number":1,"source":"form","edition":"preliminary","stage":"prepared","responsible":"示例负责人"},"actions":["fill","prepare","submit","record-outside"]}
POST /returns/{return}/submit {"number":1,"digest":"0000000000000000000000000000000000000000000000000000000000000000"} → 422 {"code":"version_changed"}
# A moment may come in any form of RFC 3339.
POST /returns/{return}/record-outside {"number":1,"digest":"0000000000000000000000000000000000000000000000000000000000000000","channel":"paper","received":"2026-09-30T01:30:00Z"} → 422 {"code":"version_changed"}
POST /returns/{return}/record-outside {"number":1,"digest":"0000000000000000000000000000000000000000000000000000000000000000","channel":"paper","received":"2026-10-01"} → 400 {"errors":[{"pointer":"/received","code":"instant"}]}
POST /returns/{return}/submit {"number":{number},"digest":"{digest}"} → 202 {"state":"awaiting_approval"} saving waiting=/command
POST /returns/{return}/accept {"number":1} → 403
as officer
GET /returns/{return} → 200 {"state":"open","cells":[]}
GET /returns/{return}/history → 200 {"rows":[]}
as jia.checker
POST /returns/{return}/fill {"source":"nil","edition":"final"} → 403
GET /commands → 200 {"rows":[{"command":"returns.submit","mine":false}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200 {"number":1,"timeliness":"on_time","due":"2026-10-10"}
as jia.clerk
GET /todo → 200 {"rows":[]}
as officer
GET /returns/{return} → 200 {"state":"submitted","frozen":{"number":1,"timeliness":"on_time","channel":"here","checked_by":"示例人员二"},"actions":["accept","send-back"]}
GET /returns/board?period=2026Q3 → 200 {"asked":2,"on_time":1,"open":1,"by_form":1}
# Sent back with a remark at its cell: it is a duty again, and counts nowhere.
POST /returns/{return}/send-back {"number":1} → 422 {"code":"remark_missing"}
POST /returns/{return}/send-back {"number":1,"remarks":{"loans_end":"笔数与附表不符"},"due":"2026-10-15"} → 200
GET /figures/city?period=2026Q3 → 200 {"filed":0,"asked":2}
as jia.clerk
GET /todo → 200 {"rows":[{"name":"returns.file","due":"2026-10-15"}]}
GET /returns/{return} → 200 {"state":"returned","frozen":{"remarks":{"loans_end":"笔数与附表不符"}}}
POST /returns/{return}/fill {"source":"form","edition":"final","responsible":"示例负责人","phone":"0371-00000000","cells":{"loans_end":5}} → 200
POST /returns/{return}/prepare {} → 200 {"number":2} saving digest=/digest
POST /returns/{return}/submit {"number":2,"digest":"{digest}"} → 202 saving waiting=/command
as jia.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200 {"number":2}
as officer
GET /returns/{return}/history → 200 {"rows":[{"number":2,"edition":"final","stage":"submitted","changes":[{"cell":"loans_end","before":3,"after":5,"difference":2}]},{"number":1,"edition":"preliminary","stage":"returned"}]}
POST /returns/{return}/accept {"number":2} → 200
POST /returns/{return}/accept {"number":2} → 422 {"code":"nothing_submitted"}

# The other bank's nil return came on paper and late: the bureau enters it, the bank confirms it by signing.
restart at 2026-10-12T09:00
as handler
GET /returns?period=2026Q3&organisation={yi} → 200 {"rows":[{"state":"open","timeliness":"late"}]} saving other=/rows/0/id
POST /returns/{return}/fill {"source":"nil","edition":"final"} → 422 {"code":"filled_by_bank"}
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000","paper_date":"2026-10-09"} → 200
POST /returns/{other}/prepare {} → 200 {"number":1} saving digest=/digest
POST /returns/{other}/submit {"number":1,"digest":"{digest}"} → 422 {"code":"unconfirmed"}
POST /returns/{other}/record-outside {"number":1,"digest":"{digest}","channel":"mail","received":"2026-10-09T01:30:00Z"} → 422 {"code":"unconfirmed"}
# A stamped sheet lets the bureau's second person sign the version that it shows, and no later one.
POST /files?name=paper.pdf file=stories/files/scan.pdf → 200 saving paper=/digest
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000","paper_date":"2026-10-09","scan":"{paper}"} → 200
POST /returns/{other}/prepare {} → 200 {"number":2} saving digest=/digest
GET /returns/{other} → 200 {"frozen":{"number":2},"actions":["fill","prepare","submit","record-outside"]}
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人二","phone":"0371-00000000","paper_date":"2026-10-09"} → 200
POST /returns/{other}/prepare {} → 200 {"number":3} saving digest=/digest
POST /returns/{other}/submit {"number":3,"digest":"{digest}"} → 422 {"code":"unconfirmed"}
as yi.clerk
GET /returns/{other} → 200 {"state":"prepared","frozen":{"source":"nil","entered_by_name":"示例市市场监管局","paper_date":"2026-10-09"}}
# Knowing the digest of another bank's file opens nothing of it.
GET /returns/{other}/own-table?digest={table} → 400 {"code":"unknown_file"}
POST /returns/{other}/submit {"number":3,"digest":"{digest}"} → 202 saving waiting=/command
as yi.checker
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200 {"timeliness":"late","due":"2026-10-10"}
as officer
GET /returns/board?period=2026Q3 → 200 {"asked":2,"on_time":1,"late":1,"open":0,"overdue":0,"by_form":1,"nil":1}
# Regulator and bureau see the sum of the banks and each bank's cells; others see no line of one or two banks.
GET /figures/city?period=2026Q3 → 200 {"asked":2,"filed":2,"by_form":1,"nil":1,"cells":{"0":{"cell":"balance_begin","value":50000000,"backed":0,"rest":50000000,"organisations":1},"1":{"cell":"disbursed_q","value":30000000},"7":{"cell":"balance_end","value":80000000}},"returns":[{"organisation":{jia},"number":2,"cells":{"balance_end":80000000}},{"organisation":{yi},"source":"nil"}]}
GET /figures/city?period=2026Q2 → 404
GET /figures/city/differences?period=2026Q3&cell=balance_end → 200 {"rows":[]}
GET /figures/city/differences?period=2026Q3&cell=all_balance → 400 {"code":"no_such_figure"}
as handler
GET /figures/city?period=2026Q3 → 200 {"filed":2,"returns":[{"organisation":{jia}},{"organisation":{yi}}]}
as finance
GET /figures/city?period=2026Q3 → 200 {"asked":2,"filed":0,"returns":[],"cells":{"0":{"cell":"balance_begin","level":"withheld"}}}
GET /figures/city/differences?period=2026Q3&cell=balance_end → 404
as district
GET /figures/city?period=2026Q3 → 200 {"region":"410105","cells":{"0":{"cell":"balance_begin","level":"withheld"}}}
as yi.clerk
GET /figures/city?period=2026Q3 → 403
