# Issue 2, item 10: institutions and branches from a register as somebody keeps it: GB18030, a title above, own column
# names, planted errors; mended beside the file, good rows first; the same again is told; taken back by two.
as system
POST /files?name=register.csv file=stories/imports/register.csv → 200 {"kind":"text"} saving register=/digest
GET /imports/kinds → 200 {"rows":[{"code":"institutions","own":true,"on_behalf":false,"data_date":false}]}
POST /imports {"kind":"castles","digest":"{register}"} → 400 {"code":"no_such_kind","errors":[{"pointer":"/kind"}]}
POST /imports {"kind":"institutions","digest":"0000000000000000000000000000000000000000000000000000000000000000"} → 400 {"code":"unknown_file"}
POST /imports {"kind":"institutions","digest":"{register}"} → 200 saving import=/id
POST /imports {"kind":"institutions","digest":"{register}"} → 422 {"code":"already_open"}
GET /imports/{import} → 200 {"state":"staged","header_row":2,"on_behalf":false,"counts":{"rows":7,"good":2,"wrong":5,"created":2},"may_apply":["good_rows"],"columns":[{"letter":"A","header":"序号","ground":"none"},{"field":"kind","ground":"label"},{"field":"name"},{"field":"uscc"},{"field":"head_office"},{"field":"region"},{"header":"联系人","personal":true,"sample":"示***"}]} saving seen=etag
GET /imports/{import}/findings?gravity=error → 200 {"rows":[{"row":5,"column":"F","field":"region","value":"某某区","code":"no_such_region"},{"row":6,"column":"D","field":"uscc","code":"uscc_form"},{"row":7,"field":"kind","value":"担保","code":"not_a_choice","suggestion":"担保机构"},{"row":8,"field":"head_office","code":"no_such_parent"},{"row":9,"field":"kind","code":"kind_not_importable"}]}
GET /imports/{import}/rows?state=good → 200 {"rows":[{"row":3,"effect":"created","cells":[{"field":"name"},{"field":"kind","value":"银行"},{"field":"uscc","value":"91410100MA9DEM01X3","tidied":true},{},{}]},{"row":4,"state":"good"}]}
POST /imports/{import}/apply {"accept":"all"} → 428
POST /imports/{import}/apply if-match=1 {"accept":"all"} → 412
POST /imports/{import}/apply if-match={seen} {"accept":"all"} → 422 {"code":"has_errors"}
POST /imports/{import}/apply if-match={seen} {"accept":"good_rows"} → 200 {"accepted":2,"created":2,"left_out":5}
GET /organisations?kind=bank → 200 {"rows":[{"name":"示例银行甲","uscc":"91410100MA9DEM01X3","region_name":"金水区"},{"name":"示例银行甲金水支行","parent_name":"示例银行甲","region_name":"金水区"}]} saving bank=/rows/0/id
# The rest is mended cell by cell, each correction kept with its maker; the file stays as it came.
POST /imports/{import}/mend {"corrections":[{"row":5,"field":"region","value":"高新区"},{"row":6,"field":"uscc","value":"91410100MA9DEM0283"},{"row":7,"field":"kind","value":"担保机构"}]} → 200
POST /imports/{import}/mend {"corrections":[{"row":8,"field":"head_office","value":"示例银行甲"},{"row":9,"field":"kind","value":"评估机构"},{"row":99,"field":"kind","value":"银行"}]} → 422 {"code":"no_such_line","errors":[{"pointer":"/corrections/2/row"}]}
POST /imports/{import}/mend {"corrections":[{"row":8,"field":"head_office","value":"示例银行甲"},{"row":9,"field":"kind","value":"评估机构"}]} → 200 saving mended=/version
GET /imports/{import}/corrections → 200 {"rows":[{"row":8},{"row":9,"old_text":"企业"},{"row":5,"field":"region","old_text":"某某区","new_text":"高新区","person_name":"系统管理员"},{},{}]}
GET /imports/{import}/corrections?limit=2 → 200 {"rows":[{"row":8},{"row":9}]} saving behind=/next
GET /imports/{import}/corrections?limit=2&cursor={behind} → 200 {"rows":[{"row":5},{"row":6}]}
POST /imports/{import}/apply if-match={mended} {"accept":"all"} → 200 {"accepted":7,"created":5,"same":2,"left_out":0} saving applied=/version
GET /imports → 200 {"rows":[{"state":"applied","created":7,"file_name":"register.csv"}]}
POST /imports/{import}/mend {"corrections":[{"row":5,"field":"region","value":"金水区"}]} → 422 {"code":"import_closed"}
POST /imports/{import}/discard if-match={applied} {} → 422 {"code":"import_closed"}
# A second file (UTF-8 with mark, other order), and the same file once more.
POST /files?name=branches.csv file=stories/imports/branches.csv → 200 saving branches=/digest
POST /imports {"kind":"institutions","digest":"{branches}"} → 200 saving second=/id seen=/version
POST /imports/{second}/apply if-match={seen} {"accept":"all"} → 200 {"created":2} saving stored=/version
POST /imports {"kind":"institutions","digest":"{branches}"} → 200 {"earlier":{second}} saving third=/id seen=/version
POST /imports/{third}/apply if-match={seen} {"accept":"all"} → 422 {"code":"already_imported"}
POST /imports/{third}/discard if-match={seen} {} → 200
# Taking back needs a second person, and nothing that stands on it.
POST /imports/{import}/undo if-match={applied} {} → 422 {"code":"undo_too_late"}
POST /imports/{second}/undo if-match={stored} {} → 202 saving waiting=/command
as security
GET /commands → 200 {"rows":[{"command":"imports.undo","mine":false}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200
POST /imports {"kind":"institutions","digest":"{branches}"} → 403
GET /imports → 403
as system
GET /organisations?parent={bank} → 200 {"rows":[{"name":"示例银行甲金水支行"},{"name":"示例银行甲高新支行"},{"name":"示例银行丁支行"}]}
GET /imports/{second} → 200 {"state":"undone"}
POST /imports/{second}/undo if-match={stored} {} → 412
POST /imports {"kind":"institutions","digest":"{branches}"} → 200 saving fourth=/id seen=/version
POST /imports/{fourth}/apply if-match={seen} {"accept":"all"} → 200 {"created":2}
# A file whose header nobody knows: somebody says which column is which, once.
POST /files?name=unnamed.csv file=stories/imports/unnamed.csv → 200 saving unnamed=/digest
POST /imports {"kind":"institutions","digest":"{unnamed}"} → 200 saving fifth=/id
GET /imports/{fifth}/findings → 200 {"rows":[{"row":0,"code":"no_header"}]}
POST /imports/{fifth}/map {"header_row":1,"columns":[{"column":1,"field":"name"},{"column":2,"field":"name"}]} → 422 {"code":"field_mapped_twice"}
POST /imports/{fifth}/map {"header_row":1,"columns":[{"column":1,"field":"name"},{"column":2,"field":"kind"}]} → 200
# The same rows as a workbook with remarks, mended there and uploaded again in its place.
GET /imports/{fifth}/annotated → 200 saving workbook=file
POST /files?name=unnamed.xlsx file={workbook} → 200 {"kind":"xlsx"} saving back=/digest
POST /imports {"kind":"institutions","digest":"{back}","replaces":{fifth},"header_row":1,"columns":[{"column":1,"field":"name"},{"column":2,"field":"kind"}]} → 200 saving sixth=/id seen=/version
GET /imports/{fifth} → 200 {"state":"discarded"}
POST /imports/{sixth}/apply if-match={seen} {"accept":"all"} → 200 {"created":1}
GET /imports/template?kind=institutions → 200
# Nobody else meets any of it.
as audit
GET /imports/{import} → 403
as nobody
GET /imports → 401
