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
person officer = regulator_officer of regulator
restart at 2026-10-01T00:10

# Whatever is recorded from outside came on a way outside.
as yi.clerk
GET /returns?period=2026Q3 → 200 saving other=/rows/0/id
POST /returns/{other}/fill {"source":"nil","edition":"final","responsible":"示例负责人","phone":"0371-00000000"} → 200
POST /returns/{other}/prepare {} → 200 {"number":1} saving digest=/digest
POST /returns/{other}/record-outside {"number":1,"digest":"{digest}","channel":"here","received":"2026-10-01T00:05:00+08:00"} → 400 {"code":"not_outside","errors":[{"pointer":"/channel","code":"not_outside"}]}
