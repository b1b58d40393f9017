# Issue 2, item 8: a file is kept under the digest of its bytes; what it is, its bytes say.
as system
POST /organisations {"kind":"city_bureau","name":"示例市市场监督管理局"} → 200 saving bureau=/id
POST /people {"organisation":{bureau},"name":"示例经办","login":"handler","password":"Velvet-anchor-93-moss"} → 200 saving handler=/id
as security
POST /grants {"account":{handler},"role":"bureau_handler"} → 200
as handler with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as handler with Cobalt-otter-58-lamp
POST /files?name=%E5%8F%B0%E8%B4%A6.csv file=stories/files/ledger.csv → 200 {"name":"台账.csv","kind":"text","size":51} saving digest=/digest
# The same again, under another name, is the same file.
POST /files?name=other.csv file=stories/files/ledger.csv → 200 {"digest":"{digest}","name":"other.csv"}
# The name is text and never chooses the format.
POST /files?name=scan.pdf file=stories/files/page.csv → 400 {"code":"web_page"}
POST /files?name=..%2F..%2Fetc%2Fpasswd file=stories/files/ledger.csv → 200 {"name":"../../etc/passwd"}
POST /files file=stories/files/ledger.csv → 400 {"code":"bad_file_name","errors":[{"pointer":"/name"}]}
POST /files?name=a%0D%0Ab.csv file=stories/files/ledger.csv → 400
POST /files?name=empty.csv file=stories/files/empty.csv → 400 {"code":"empty_file"}
POST /files?name=program.csv file=stories/files/program.csv → 400 {"code":"unsuitable_file"}
# Uploaded is not yet named by any record: nobody reads it.
GET /files/1 → 404
GET /files/{digest} → 404
as audit
POST /files?name=a.csv file=stories/files/ledger.csv → 403
GET /files/1 → 403
as nobody
POST /files?name=a.csv file=stories/files/ledger.csv → 401
