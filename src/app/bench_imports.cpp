#include <fmt/format.h>

#include <fstream>
#include <map>
#include <stdexcept>

#include "app/bench.h"
#include "app/bench_city.h"
#include "base/uscc.h"
#include "files/files.h"
#include "imports/layout.h"
#include "imports/personal_columns.h"
#include "imports/staging.h"
#include "ledger/ledger.h"

namespace zr::app {

namespace {

using json::Object;

constexpr std::int64_t rows_a_file = static_cast<std::int64_t>(imports::most_rows);
constexpr std::int64_t borrowers = 5000;
constexpr std::string_view branch_name = "示例银行甲示例东支行";
const Date data_date(2026, 9, 30);

/// What is planted in row n: one fault in a hundred rows or so, each kind by itself.
enum class Planted { nothing, code, check, branch, day, amount, due, balance, word, repeated };
Planted planted_in(std::int64_t n) {
  switch (n % 1000) {
    case 101:
      return Planted::code;
    case 203:
      return Planted::check;
    case 307:
      return Planted::branch;
    case 401:
      return Planted::day;
    case 503:
      return Planted::amount;
    case 601:
      return Planted::due;
    case 701:
      return Planted::balance;
    case 809:
      return Planted::word;
    case 907:
      return Planted::repeated;
    default:
      return Planted::nothing;
  }
}

/// The credit code of the n-th borrower, whose two check characters hold.
std::string credit_code(std::int64_t n) {
  std::string code = fmt::format("91410100{:08}00", n);
  code[16] = read_uscc(code).organisation_check;
  code[17] = read_uscc(code).last_check;
  return code;
}

std::string line_of(std::int64_t n) {
  const Planted planted = planted_in(n);
  const std::int64_t borrower = n * 7 % borrowers;
  std::string code = credit_code(borrower);
  if (planted == Planted::code) code.pop_back();
  if (planted == Planted::check) code[17] = code[17] == '0' ? '1' : '0';
  const Date disbursed = Date(2022, 1, 4) + static_cast<int>(n % 1600);
  const std::int64_t amount = 50 + n % 950;
  return fmt::format(
      "JJ-{},HT-{},{},示例企业{}有限公司,{},金水区,{},知识产权质押,{},{},{},{},{},{},{},{}\n",
      planted == Planted::repeated ? n - 1 : n, n,
      planted == Planted::branch ? "示例银行甲无此支行" : branch_name, borrower, code,
      n % 3 == 0 ? "专利" : "商标", planted == Planted::day ? "2026-02-30" : disbursed.text(),
      (planted == Planted::due ? disbursed - 1 : disbursed.plus_months(60)).text(), amount,
      planted == Planted::amount ? "1.2亿" : fmt::format("{}.50", amount), amount,
      planted == Planted::balance ? amount + 1 : amount / 2, 0,
      planted == Planted::word ? "优良" : "正常");
}

/// The ledgers of a bank, 20,000 rows each; they stay for the peer that reads them next.
std::vector<std::filesystem::path> write_files(const std::filesystem::path& folder,
                                               std::int64_t rows) {
  std::filesystem::create_directories(folder);
  std::vector<std::filesystem::path> files;
  for (std::int64_t n = 0; n < rows;) {
    files.push_back(folder / fmt::format("ledger-{:02}.csv", files.size()));
    std::ofstream out(files.back(), std::ios::binary);
    out << "借据号,合同号,分支机构,企业名称,统一社会信用代码,区县,质押物类型,担保方式,放款日期,"
           "到期日期,授信额度（万元）,放款金额（万元）,登记担保债权数额（万元）,贷款余额（万元）,"
           "逾期天数,五级分类\n";
    for (const std::int64_t end = std::min(rows, n + rows_a_file); n < end; ++n) out << line_of(n);
  }
  return files;
}

json::Value done(journal::Journal& journal, const access::Actor& actor, std::string_view command,
                 Object body, std::optional<std::int64_t> seen = {}) {
  static int step = 0;
  const auto answer = journal.submit({.actor = actor,
                                      .command = journal.find(command),
                                      .body = std::move(body),
                                      .key = fmt::format("bench {}", ++step),
                                      .expected_version = seen});
  if (!answer) throw std::runtime_error(std::string(answer.problem().refusal.en));
  return *json::parse(answer->body);
}

std::int64_t number(const json::Value& answer, std::string_view member) {
  return *answer.find(member)->integer();
}

/// A bank with one branch; answers whoever imports there.
access::Actor make_clerk(journal::Journal& journal) {
  const auto program = access::Actor::program();
  access::Actor clerk;
  clerk.kind = access::PartyKind::bank;
  clerk.organisation = number(
      done(journal, program, "organisations.create", {{"kind", "bank"}, {"name", "示例银行甲"}}),
      "id");
  clerk.path = fmt::format("/{}/", clerk.organisation);
  clerk.rights =
      std::make_shared<access::Rights>(access::Rights{"imports.create", "imports.apply"});
  done(journal, program, "organisations.create",
       {{"kind", "bank"}, {"name", branch_name}, {"parent", clerk.organisation}});
  return clerk;
}

/// Reading, every check and every comparison with what is known, as whenever somebody opens the
/// import; counts errors and check-digit warnings by their code.
void dry_run(db::Tx& tx, const imports::Kind& kind, std::int64_t bank,
             const std::filesystem::path& file, std::map<std::string, std::int64_t>& found) {
  auto sheet = imports::Sheet::read(documents::Source::file(file), std::nullopt);
  if (!sheet) throw std::runtime_error(std::string(sheet.problem().refusal.en));
  const auto held = std::make_shared<const imports::Sheet>(std::move(*sheet));
  const auto mapping = imports::lay_out(*held, kind, {}, {});
  const auto personal = imports::personal_columns(tx, data_date);
  auto reading = imports::read_rows(
      held, {.kind = kind, .mapping = mapping, .corrections = {}, .personal = personal});
  if (!reading) throw std::runtime_error(std::string(reading.problem().refusal.en));
  imports::StoredImport import;
  import.kind = kind.code;
  import.organisation = bank;
  import.data_date = data_date;
  const auto staging =
      imports::stage(tx, std::make_shared<const imports::Reading>(std::move(*reading)),
                     {.kind = kind, .import = import, .answers = {}, .today = data_date});
  if (!staging) throw std::runtime_error(std::string(staging.problem().refusal.en));
  for (const imports::Finding& finding : staging->findings)
    if (finding.gravity == imports::Gravity::error || finding.code == "code_check")
      ++found[finding.field + " " + finding.code];
  found["rows"] += staging->counts.rows;
}

/// The good rows of a file from upload to commit; answers how many were stored.
std::int64_t store(journal::Journal& journal, const access::Actor& clerk,
                   const std::filesystem::path& file) {
  const auto arrived = files::home().incoming() / file.filename();
  std::filesystem::copy_file(file, arrived);
  const auto received = files::receive(
      journal,
      {.file = arrived, .name = file.filename().string(), .organisation = clerk.organisation});
  if (!received) throw std::runtime_error(std::string(received.problem().refusal.en));
  const auto made = done(journal, clerk, "imports.create",
                         {{"kind", "loan_ledger"},
                          {"digest", received->digest},
                          {"data_date", data_date.text()},
                          {"basis", "customer_authorisation"}});
  const auto applied =
      done(journal, clerk, "imports.apply", {{"id", number(made, "id")}, {"accept", "good_rows"}},
           number(made, "version"));
  return number(applied, "accepted");
}

}  // namespace

void bench_imports(std::int64_t n, const std::string& data_folder) {
  if (n == 0) n = 200'000;
  BenchCity city(data_folder);
  files::set_home(files::Folder(city.folder() / "files"));
  files::home().prepare();
  const auto files = write_files("build/bench/ledgers", n);
  const access::Actor clerk = make_clerk(city.journal());
  const imports::Kind kind = ledger::loan_ledger({});
  std::map<std::string, std::int64_t> found;
  const Spent dry;
  city.journal().read([&](db::Tx& tx) {
    for (const auto& file : files) dry_run(tx, kind, clerk.organisation, file, found);
  });
  std::vector<std::pair<std::string, double>> figures{{"cpu_ms", dry.cpu_ms()}};
  for (const auto& [what, times] : found) figures.emplace_back(what, static_cast<double>(times));
  print_measurement("import_dry_run", figures);

  const Spent stored;
  std::int64_t rows = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(2, files.size()); ++i)
    rows += store(city.journal(), clerk, files[i]);
  print_measurement("import_stored",
                    {{"rows", static_cast<double>(rows)},
                     {"cpu_ms", stored.cpu_ms()},
                     {"rows_a_cpu_second", static_cast<double>(rows) / stored.cpu_ms() * 1e3},
                     {"limit_rows_a_cpu_second", 8000}});
}

}  // namespace zr::app
