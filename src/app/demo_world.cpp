#include "app/demo_world.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/uscc.h"

namespace zr::app {

namespace {

constexpr std::size_t bank_count = 21;
constexpr std::size_t firm_count = 260;
constexpr std::size_t note_count = 600;

constexpr std::string_view numerals[] = {"一",   "二",   "三",   "四",   "五",   "六",   "七",
                                         "八",   "九",   "十",   "十一", "十二", "十三", "十四",
                                         "十五", "十六", "十七", "十八", "十九", "二十", "二十一"};
constexpr std::string_view firm_words[] = {"晨光", "远山", "青禾", "海棠", "明砚", "长河", "松涛",
                                           "知行", "云帆", "石桥", "春晓", "竹溪", "北辰", "南窗",
                                           "朝露", "晚晴", "星野", "月坛", "风铃", "雨花"};
constexpr std::string_view firm_trades[] = {"精密机械", "新材料", "软件",   "生物技术", "智能装备",
                                            "电子科技", "环保",   "传感器", "食品科技", "文化创意"};
constexpr std::string_view branch_words[] = {"示例东支行", "示例西支行", "示例南支行", "示例北支行",
                                             "示例科技支行"};
constexpr std::string_view right_sets[] = {"专利",   "专利", "专利",       "商标",
                                           "著作权", "专利", "专利、商标", "集成电路布图设计"};
constexpr std::string_view security_modes[] = {"纯知识产权质押", "知识产权质押+保证",
                                               "知识产权质押+保险", "知识产权质押+其他"};

/// A code whose two check characters hold, in an alphabet that every code may use.
std::string credit_code(Dice& dice) {
  std::string code = "91410100";
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (int i = 0; i < 8; ++i) code += alphabet[static_cast<std::size_t>(dice.below(31))];
  code += "00";
  code[16] = read_uscc(code).organisation_check;
  code[17] = read_uscc(code).last_check;
  return code;
}

bool keeps_rows(DemoManner manner) {
  return manner == DemoManner::by_rows || manner == DemoManner::on_behalf;
}

DemoManner manner_of(std::size_t bank) {
  if (bank == 17 || bank == 18) return DemoManner::by_form;
  if (bank == 19) return DemoManner::on_behalf;
  return bank == 20 ? DemoManner::nil : DemoManner::by_rows;
}

std::vector<DemoBank> make_banks(Dice& dice) {
  std::vector<DemoBank> banks;
  for (std::size_t i = 0; i < bank_count; ++i) {
    DemoBank bank{.name = fmt::format("示例第{}银行股份有限公司", numerals[i]),
                  .short_name = fmt::format("示例{}行", numerals[i]),
                  .login = fmt::format("bank{}", i + 1),
                  .branches = {},
                  .manner = manner_of(i)};
    const std::int64_t branches = 1 + dice.below(3);
    for (std::int64_t n = 0; n < branches; ++n)
      bank.branches.push_back(bank.short_name +
                              std::string(branch_words[static_cast<std::size_t>(n)]));
    banks.push_back(std::move(bank));
  }
  return banks;
}

std::vector<DemoFirm> make_firms(Dice& dice, const std::vector<std::string>& districts) {
  std::vector<DemoFirm> firms;
  for (std::size_t i = 0; i < firm_count; ++i)
    firms.push_back({.name = fmt::format("示例{}{}（{}号）有限公司", firm_words[i % 20],
                                         firm_trades[(i / 20) % 10], i + 1),
                     .uscc = credit_code(dice),
                     .region = districts[i % districts.size()]});
  return firms;
}

DemoNote make_note(Dice& dice, const DemoWorld& world, std::size_t n, Date until) {
  DemoNote note;
  do note.bank = static_cast<std::size_t>(dice.below(bank_count));
  while (!keeps_rows(world.banks[note.bank].manner));
  note.branch = static_cast<std::size_t>(
      dice.below(static_cast<std::int64_t>(world.banks[note.bank].branches.size())));
  note.firm = static_cast<std::size_t>(dice.below(firm_count));
  note.number = fmt::format("JJ{:02}-{:05}", note.bank + 1, n + 1);
  note.contract = fmt::format("HT{:02}-{:05}", note.bank + 1, n - n % 2 + 1);
  note.rights = dice.of(right_sets);
  note.security = dice.of(security_modes);
  const Date first(2022, 1, 4);
  note.disbursed_on = first + static_cast<int>(dice.below(until - first + 1));
  note.matures_on = note.disbursed_on.plus_months(dice.one_in(4) ? 24 : 12);
  note.amount = Money{(50 + dice.below(95) * 10) * 1'000'000};
  note.secured = Money{note.amount.fen / 10 * (8 + dice.below(5))};
  note.granted = Money{note.amount.fen + dice.below(3) * 50'000'000};
  using Course = DemoNote::Course;
  constexpr Course courses[] = {Course::bullet,      Course::bullet,      Course::bullet,
                                Course::instalments, Course::instalments, Course::instalments,
                                Course::instalments, Course::bullet,      Course::late_once};
  note.course = dice.one_in(22) ? Course::goes_bad : dice.of(courses);
  return note;
}

/// Whole months from a to b, at least 0.
std::int64_t months_between(Date a, Date b) {
  const std::int64_t months = (b.year() - a.year()) * 12 + static_cast<int>(b.month()) -
                              static_cast<int>(a.month()) - (b.day() < a.day() ? 1 : 0);
  return std::max<std::int64_t>(0, months);
}

std::string amount_text(Money amount, bool in_wan) {
  return in_wan ? wan_text(amount) : yuan_text(amount);
}

}  // namespace

std::int64_t Dice::below(std::int64_t limit) {
  // splitmix64: small, fixed, and good enough for examples.
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  mixed ^= mixed >> 31;
  return static_cast<std::int64_t>(mixed % static_cast<std::uint64_t>(limit));
}

Money DemoNote::balance(Date day) const {
  if (day < disbursed_on) return {};
  const std::int64_t term = months_between(disbursed_on, matures_on);
  switch (course) {
    case Course::instalments: {
      const std::int64_t paid = std::min(term, months_between(disbursed_on, day) / 3 * 3);
      return paid >= term ? Money{} : Money{amount.fen - amount.fen / term * paid};
    }
    case Course::bullet:
      return day < matures_on ? amount : Money{};
    case Course::late_once:
      return day < matures_on + 40 ? amount : Money{};
    case Course::goes_bad:
      return amount;
  }
  return {};
}

std::int64_t DemoNote::overdue_days(Date day) const {
  if (balance(day) == Money{} || day < matures_on) return 0;
  return day - matures_on;
}

std::string_view DemoNote::loan_class(Date day) const {
  const std::int64_t late = overdue_days(day);
  if (late > 360) return "损失";
  if (late > 270) return "可疑";
  if (late > 90) return "次级";
  return late > 0 ? "关注" : "正常";
}

DemoWorld demo_world(std::uint64_t seed, Date until, const std::vector<std::string>& districts) {
  Dice dice(seed);
  DemoWorld world;
  world.banks = make_banks(dice);
  world.firms = make_firms(dice, districts);
  for (std::size_t n = 0; n < note_count; ++n)
    world.notes.push_back(make_note(dice, world, n, until));
  return world;
}

json::Object demo_form(std::size_t bank, Quarter quarter) {
  // Each quarter two loans of the same size are disbursed and one is repaid.
  const std::int64_t loan = (200 + 10 * static_cast<std::int64_t>(bank)) * 1'000'000;
  const std::int64_t age = (quarter.year - 2022) * 4 + quarter.number;
  const std::int64_t year_to_date = 2 * quarter.number;
  return {{"balance_begin", (age - 1) * loan},
          {"disbursed_q", 2 * loan},
          {"transferred_in_q", 0},
          {"repaid_q", loan},
          {"written_off_q", 0},
          {"transferred_out_q", 0},
          {"prior_correction_q", 0},
          {"balance_end", age * loan},
          {"loans_end", age},
          {"households_end", age},
          {"disbursed_ytd", year_to_date * loan},
          {"loans_disbursed_ytd", year_to_date},
          {"households_disbursed_ytd", year_to_date},
          {"households_disbursed_q", 2},
          {"balance_patent", age * loan},
          {"balance_pure_ip", age * loan},
          {"balance_special_mention", 0},
          {"balance_substandard", 0},
          {"balance_doubtful", 0},
          {"balance_loss", 0}};
}

std::string demo_ledger(const DemoWorld& world, std::size_t bank, Date since, Date day) {
  const bool in_wan = bank % 3 != 0;
  const std::string unit = in_wan ? "（万元）" : "（元）";
  std::string out = fmt::format("{}知识产权质押贷款台账（示例数据）\n数据日期：{}\n",
                                world.banks[bank].name, day.text());
  out += fmt::format(
      "借据号,合同编号,经办机构,企业名称,统一社会信用代码,所在区县,质押权利种类,担保方式,放款日期,"
      "到期日期,放款金额{0},登记担保债权数额{0},授信额度{0},贷款余额{0},逾期天数,五级分类,备注\n",
      unit);
  Money balances{};
  Money amounts{};
  for (const DemoNote& note : world.notes) {
    if (note.bank != bank || note.disbursed_on > day) continue;
    const Money balance = note.balance(day);
    if (balance == Money{} && note.balance(since) == Money{} && note.disbursed_on <= since)
      continue;
    const DemoFirm& firm = world.firms[note.firm];
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},示例\n", note.number,
                       note.contract, world.banks[bank].branches[note.branch], firm.name, firm.uscc,
                       firm.region, note.rights, note.security, note.disbursed_on.text(),
                       note.matures_on.text(), amount_text(note.amount, in_wan),
                       amount_text(note.secured, in_wan), amount_text(note.granted, in_wan),
                       amount_text(balance, in_wan), note.overdue_days(day), note.loan_class(day));
    balances += balance;
    amounts += note.amount;
  }
  out += fmt::format("合计,,,,,,,,,,{},,,{},,,\n", amount_text(amounts, in_wan),
                     amount_text(balances, in_wan));
  return out;
}

}  // namespace zr::app
