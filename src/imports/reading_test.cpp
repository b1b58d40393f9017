#include "imports/reading.h"

#include "base/text.h"
#include "documents/xlsx_write.h"
#include "imports/grounds.h"
#include "imports/layout.h"
#include "imports/test_desk.h"

namespace {

using namespace zr;
using namespace zr::imports;
using made::NoteLine;

std::shared_ptr<const Sheet> sheet(std::string_view bytes) {
  auto read = Sheet::read(documents::Source::memory(bytes), std::nullopt);
  REQUIRE(read);
  return std::make_shared<const Sheet>(std::move(*read));
}

struct File {
  std::shared_ptr<const Sheet> sheet;
  Mapping mapping;
  Reading reading;
};

File file(std::string_view bytes, const Choices& choices = {}, const Corrections& corrections = {},
          std::span<const Mapping> remembered = {}) {
  const Kind kind = made::kind();
  File out{.sheet = sheet(bytes), .mapping = {}, .reading = {}};
  auto mapping = chosen(lay_out(*out.sheet, kind, remembered, choices), kind, choices);
  REQUIRE(mapping);
  out.mapping = *mapping;
  auto reading = read_rows(out.sheet, {.kind = kind,
                                       .mapping = out.mapping,
                                       .corrections = corrections,
                                       .personal = {"联系人", "电话"}});
  REQUIRE(reading);
  out.reading = std::move(*reading);
  return out;
}

/// "A1 100000/50000 2026-01-05" a row that could be read.
std::string rows(const File& file) {
  std::string told;
  for (const Row& row : file.reading.rows) {
    const auto& line = row.as<NoteLine>();
    told += (told.empty() ? "" : "; ") + line.number + " " + std::to_string(line.paid_fen.fen) +
            "/" + std::to_string(line.balance_fen.fen) + " " + line.paid_on.text();
  }
  return told;
}

std::string said(const File& file) {
  std::string told;
  for (const Finding& each : file.reading.findings)
    told += (told.empty() ? "" : "; ") + std::to_string(each.row) + " " + each.field + " " +
            each.code + (each.suggestion ? "→" + *each.suggestion : "");
  return told;
}

const std::string plain =
    "某行知识产权质押贷款台账\n"
    "单位：万元,,,数据日期：2026年9月30日\n"
    "放款日期,借据编号,贷款余额,放款金额,备注\n"
    "2026/1/5,A1,50,100,续贷\n"
    "2026年2月1日,A2,12.345678,\"1,000\",\n"
    "合计,,62.345678,1100,\n"
    "填表人：示例,,,,\n";

}  // namespace

TEST_CASE("item 10: title, unit line, other column order, two spellings, totals and footer") {
  const File read = file(plain);
  CHECK(read.mapping.header_row == 3);
  CHECK(read.mapping.unit == Unit::wan);
  CHECK(rows(read) == "A1 100000000/50000000 2026-01-05; A2 1000000000/12345678 2026-02-01");
  CHECK(said(read).empty());
  CHECK(read.reading.total_rows == std::vector<int>{6});
  CHECK(read.reading.tidied == 3);
  CHECK(json::write(json::Value(read.reading.rows[0].reported)) == R"({"备注":"续贷"})");
  CHECK(json::write(json::Value(read.reading.rows[1].reported)) == "{}");
}

TEST_CASE("item 10: a unit behind a header counts for its column, before the line above") {
  const File read =
      file("单位：万元\n借据号,放款金额（元）,贷款余额,放款日期\nA1,1000000,50,2026-01-05\n");
  CHECK(rows(read) == "A1 100000000/50000000 2026-01-05");
}

TEST_CASE("item 10: without a unit no amount is read and one question is asked") {
  const std::string bytes =
      "借据号,放款金额,贷款余额,放款日期\nA1,1000000,50,昨天\nA2,1,1,2026-01-05\n";
  const File asked = file(bytes);
  CHECK(rows(asked).empty());
  CHECK(said(asked) == "0  unit_unknown; 2 paid_on not_a_day");
  CHECK(asked.reading.findings[0].key == "unit");
  const File said_so = file(bytes, {.unit = Unit::yuan});
  CHECK(rows(said_so) == "A2 100/100 2026-01-05");
}

TEST_CASE("item 10: a totals row is checked against all rows and against its own part") {
  const std::string head = "单位：元\n借据号,放款金额,贷款余额,放款日期\n";
  CHECK(said(file(head +
                  "A1,10,5,2026-01-05\n小计,10,5,\nA2,20,7,2026-01-05\n小计,20,7,\n总计,30,12,\n"))
            .empty());
  CHECK(said(file(head + "A1,10,5,2026-01-05\n合计,10,5.01,\n")) ==
        "4 balance_fen total_differs→5");
  CHECK(said(file(head + "A1,10,5,2026-01-05\n合计,11,5,\n")) == "4 paid_fen total_differs→10");
  // An amount that cannot be read makes its column's total unknown, not wrong.
  CHECK(said(file(head + "A1,10,五,2026-01-05\nA2,1,1,2026-01-05\n合计,11,6,\n")) ==
        "3 balance_fen not_a_number");
}

TEST_CASE("item 10: headers over two rows, headers printed again, rows of nothing") {
  const File read = file(
      "单位：元\n借据号,金额,,放款日期\n,放款金额,贷款余额,\nA1,10,5,2026-01-05\n"
      "借据号,放款金额,贷款余额,放款日期\n,,,,续表\nA2,10,5,2026-01-05\n");
  CHECK(rows(read) == "A1 1000/500 2026-01-05; A2 1000/500 2026-01-05");
}

TEST_CASE("a file without a header, a required column or a row says so") {
  CHECK(said(file("甲,乙\n1,2\n")) == "0  no_header");
  CHECK(said(file("单位：元\n借据号,放款金额,贷款余额\nA1,1,1\n")) == "0 paid_on column_missing");
  CHECK(said(file("单位：元\n借据号,放款金额,贷款余额,放款日期\n")) == "0  no_rows");
  CHECK(
      said(file("单位：元\n借据号,借据编号,放款金额,贷款余额,放款日期\nA1,B1,1,1,2026-01-05\n")) ==
      "0 借据编号 column_twice");
}

TEST_CASE(
    "item 10: what somebody chose wins; what was chosen once is remembered for the same header") {
  const std::string bytes = "单位：元\n编号,金额一,金额二,日子\nA1,10,5,2026-01-05\n";
  const Choices choices{.header_row = 2,
                        .columns = {{.column = 1, .header = {}, .field = "number"},
                                    {.column = 2, .header = {}, .field = "paid_fen"},
                                    {.column = 3, .header = {}, .field = "balance_fen"},
                                    {.column = 4, .header = {}, .field = "paid_on"}}};
  const File taught = file(bytes, choices);
  CHECK(rows(taught) == "A1 1000/500 2026-01-05");
  const Mapping remembered[] = {taught.mapping};
  const File again =
      file("单位：元\n日子,金额二,金额一,编号\n2026-04-05,1,2,A7\n", {}, {}, remembered);
  CHECK(rows(again) == "A7 200/100 2026-04-05");
  CHECK(again.mapping.columns[0].ground == Ground::remembered);
  const Kind kind = made::kind();
  CHECK(chosen(taught.mapping, kind,
               {.columns = {{.column = 9, .header = {}, .field = "number"}}}) == no_such_column);
  CHECK(chosen(taught.mapping, kind,
               {.columns = {{.column = 1, .header = {}, .field = "nothing"}}}) == no_such_column);
  CHECK(chosen(taught.mapping, kind,
               {.columns = {{.column = 1, .header = {}, .field = "paid_on"}}}) ==
        field_mapped_twice);
}

TEST_CASE(
    "item 10: the unit that an earlier file stated is proposed, one that somebody chose holds") {
  const std::string bare = "借据号,放款金额,贷款余额,放款日期\nA1,10,5,2026-01-05\n";
  const Mapping stated[] = {file("单位：万元\n" + bare).mapping};
  const File next = file(bare, {}, {}, stated);
  CHECK(rows(next).empty());
  CHECK(said(next) == "0  unit_unknown→wan");
  // Nobody has chosen it yet, so it is proposed to the file after that too.
  const Mapping unanswered[] = {next.mapping};
  CHECK(said(file(bare, {}, {}, unanswered)) == "0  unit_unknown→wan");

  const Mapping chosen_once[] = {file(bare, {.unit = Unit::wan}, {}, stated).mapping};
  const File known = file(bare, {}, {}, chosen_once);
  CHECK(rows(known) == "A1 10000000/5000000 2026-01-05");
  const Mapping known_again[] = {known.mapping};
  CHECK(rows(file(bare, {}, {}, known_again)) == "A1 10000000/5000000 2026-01-05");
  // What the next file states itself counts for it.
  CHECK(rows(file("单位：元\n" + bare, {}, {}, chosen_once)) == "A1 1000/500 2026-01-05");
}

TEST_CASE("a header as long as a paragraph, or with control characters, is cut and read") {
  std::string words;
  for (int i = 0; i < 201; ++i) words += "长";
  const File read =
      file("单位：元\n借据号,放款金额,贷款余额,放款日期," + words +
           ",备\x7F注\nA1,10,5,2026-01-05,甲,乙\n" + "借据号,放款金额,贷款余额,放款日期," + words +
           ",备\x7F注\nA2,10,5,2026-01-05,,\n");
  CHECK(rows(read) == "A1 1000/500 2026-01-05; A2 1000/500 2026-01-05");
  CHECK(said(read).empty());
  REQUIRE(read.mapping.columns.size() == 6);
  CHECK(length(read.mapping.columns[4].header) == 200);
  const auto stored = json::read<Mapping>(*json::parse(json::write(read.mapping)));
  REQUIRE(stored);
  CHECK(stored->columns[5].header == "备 注");
}

TEST_CASE("item 10: a column is read by its texts, however many, and by what its cells are") {
  // Each text stands twice: before and after there are more of them than are kept.
  std::string bytes = "单位：元\n借据号,放款金额,贷款余额,放款日期\n";
  for (int round = 0; round < 2; ++round)
    for (int i = 1; i <= 300; ++i)
      bytes += "A" + std::to_string(i) + "," + std::to_string(1000 + i) + "," + std::to_string(i) +
               "," + Date(2026, 1, 1 + i % 28).text() + "\n";
  const File many = file(bytes);
  CHECK(said(many).empty());
  REQUIRE(many.reading.rows.size() == 600);
  for (int n = 0; n < 600; ++n) {
    const int i = n % 300 + 1;
    const auto& line = many.reading.rows[static_cast<std::size_t>(n)].as<NoteLine>();
    INFO(n);
    CHECK(line.number == "A" + std::to_string(i));
    CHECK(line.paid_fen.fen == (1000 + i) * 100);
    CHECK(line.balance_fen.fen == i * 100);
    CHECK(line.paid_on == Date(2026, 1, 1 + i % 28));
  }

  // The same text as a day, as a number and as a text: 46027 is 2026-01-05 as a serial.
  documents::XlsxWriter book(*Instant::parse("2026-10-08T09:00:00.000000+08:00"));
  book.sheet({.name = "台账",
              .title = "单位：元",
              .notes = {},
              .columns = {{.title = "借据号"},
                          {.title = "放款金额"},
                          {.title = "贷款余额"},
                          {.title = "放款日期"}}});
  const documents::OutCell day{.value = Date(2026, 1, 5)};
  const documents::OutCell serial{.value = documents::Decimal{"46027"}};
  const documents::OutCell text{.value = std::string("46027")};
  const documents::OutCell amount{.value = documents::Decimal{"7"}};
  for (int round = 0; round < 2; ++round)
    for (const documents::OutCell& cell : {day, serial, text}) {
      const std::vector<documents::OutCell> row{cell, amount, amount, cell};
      book.row(row);
    }
  const auto mixed = book.finish();
  REQUIRE(mixed);
  const File kinds = file(*mixed);
  const std::string once = "2026-01-05 700/700 2026-01-05; 46027 700/700 2026-01-05";
  CHECK(rows(kinds) == once + "; " + once);
  CHECK(said(kinds) == "5 paid_on not_a_day; 8 paid_on not_a_day");
  // A long number as a text is whole, as a number its last places are lost.
  documents::XlsxWriter codes(*Instant::parse("2026-10-08T09:00:00.000000+08:00"));
  codes.sheet({.name = "台账",
               .title = "单位：元",
               .notes = {},
               .columns = {{.title = "借据号"},
                           {.title = "放款金额"},
                           {.title = "贷款余额"},
                           {.title = "放款日期", .kind = documents::ColumnKind::date}}});
  for (int round = 0; round < 2; ++round)
    for (const documents::OutCell& cell :
         {documents::OutCell{.value = std::string("1234567890123450")},
          documents::OutCell{.value = documents::Decimal{"1234567890123450"}}}) {
      const std::vector<documents::OutCell> row{cell, amount, amount, day};
      codes.row(row);
    }
  const auto coded = codes.finish();
  REQUIRE(coded);
  CHECK(said(file(*coded)) == "4 number digits_lost; 6 number digits_lost");
}

TEST_CASE("item 10: a correction stands instead of its cell and is read like any text") {
  const std::string bytes =
      "单位：元\n借据号,放款金额,贷款余额,放款日期\nA1,1e3,1.2亿,2026-01-05\n";
  CHECK(said(file(bytes)) ==
        "3 paid_fen number_unclear→1000; 3 balance_fen number_unclear→120000000");
  const File mended = file(bytes, {}, {{{3, "paid_fen"}, "1,000"}, {{3, "balance_fen"}, "１２"}});
  CHECK(rows(mended) == "A1 100000/1200 2026-01-05");
  CHECK(said(file(bytes, {}, {{{3, "paid_fen"}, std::nullopt}, {{3, "balance_fen"}, "1"}})) ==
        "3 paid_fen cell_empty");
}

TEST_CASE("architecture 3: personal columns and values of other columns are set apart") {
  const File read = file(
      "单位：元\n借据号,放款金额,贷款余额,放款日期,联系人,说明,说明\n"
      "A1,10,5,2026-01-05,示例张三,详见13900000000,无\n");
  CHECK(
      json::write(json::Value(read.reading.rows[0].reported)) ==
      R"x({"联系人":{"personal":"示例张三"},"说明":{"personal":"详见13900000000"},"说明 (2)":"无"})x");
}

TEST_CASE("a kind may rewrite a text before it is read") {
  const File read = file(
      "单位：元\n借据号,放款金额,贷款余额,放款日期,担保方式\nA1,10,5,2026-01-05,知识产权\n"
      "A2,10,5,2026-01-05,抵押\n");
  CHECK(read.reading.rows[0].as<NoteLine>().security == made::Security::pure);
  CHECK(said(read) == "4 security not_a_choice");
}

TEST_CASE("item 10: a workbook's numbers and dates are read by what they hold, not how they look") {
  documents::XlsxWriter book(*Instant::parse("2026-10-08T09:00:00.000000+08:00"));
  book.sheet({.name = "台账（万元）",
              .title = "示例银行甲",
              .notes = {},
              .columns = {{.title = "借据号"},
                          {.title = "放款金额"},
                          {.title = "贷款余额"},
                          {.title = "放款日期", .kind = documents::ColumnKind::date},
                          {.title = "到期日"}}});
  const std::vector<documents::OutCell> first{{.value = std::string("A1")},
                                              {.value = documents::Decimal{"100.1"}},
                                              {.value = documents::Decimal{"0.000001"}},
                                              {.value = Date(2026, 1, 5)},
                                              {.value = documents::Decimal{"46392"}}};
  const std::vector<documents::OutCell> second{{.value = documents::Decimal{"17"}},
                                               {.value = documents::Decimal{"0.0000001"}},
                                               {.value = documents::Decimal{"1"}},
                                               {.value = Date(2026, 1, 5)}};
  book.row(first);
  book.row(second);
  const auto bytes = book.finish();
  REQUIRE(bytes);
  const File read = file(*bytes);
  CHECK(rows(read) == "A1 100100000/1 2026-01-05");
  CHECK(read.reading.rows[0].as<NoteLine>().due_on == Date(2027, 1, 5));
  CHECK(said(read) == "4 paid_fen part_of_a_fen→0");
}

TEST_CASE("item 10: 20,000 rows are read, one more is refused with what to do") {
  std::string bytes = "单位：元\n借据号,放款金额,贷款余额,放款日期\n";
  for (int i = 1; i <= 20'000; ++i) bytes += "A" + std::to_string(i) + ",10,5,2026-01-05\n";
  CHECK(file(bytes).reading.rows.size() == 20'000);
  const auto longer = sheet(bytes + "B1,10,5,2026-01-05\n");
  const Kind kind = made::kind();
  const Mapping mapping = lay_out(*longer, kind, {}, {});
  CHECK(read_rows(longer, {.kind = kind, .mapping = mapping, .corrections = {}, .personal = {}}) ==
        import_too_long);
  for (int i = 0; i < 200; ++i) bytes += "B" + std::to_string(i) + ",10,5,2026-01-05\n";
  CHECK(Sheet::read(documents::Source::memory(bytes), std::nullopt) == import_too_long);
}
