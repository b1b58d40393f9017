#include "app/demo_cast.h"

#include <fmt/format.h>

#include "access/region.h"
#include "base/names.h"
#include "crypto/random.h"

namespace zr::app {

namespace {

using access::PartyKind;
using json::Object;

constexpr std::string_view system_login = "system";
constexpr std::string_view security_login = "security";

/// A desk of an authority: who sits there and in what role.
struct Desk {
  PartyKind kind;
  std::string_view organisation;
  std::string_view login;
  std::string_view name;
  std::string_view role;
  std::string_view role_zh;
};
constexpr Desk desks[] = {
    {PartyKind::city_bureau, "示例市市场监督管理局", "bureau.handler", "示例经办人（市局）",
     "bureau_handler", "经办人（市市场监管局）"},
    {PartyKind::city_bureau, "示例市市场监督管理局", "bureau.reviewer", "示例复核人（市局）",
     "bureau_reviewer", "复核人（市市场监管局）"},
    {PartyKind::city_bureau, "示例市市场监督管理局", "bureau.admin", "示例管理员（市局）",
     "institution_admin", "机构管理员"},
    {PartyKind::regulator, "示例金融监管局", "regulator", "示例监管人员", "regulator_officer",
     "监管人员"},
    {PartyKind::financial_bureau, "示例市金融工作局", "finance", "示例金融局人员",
     "financial_officer", "市金融局人员"},
    {PartyKind::audit_office, "示例审计机构", "auditor", "示例审计员", "auditor", "审计员"},
};

/// Draws the people of a city one by one and remembers its organisations by name.
class Casting {
 public:
  explicit Casting(DemoStage& stage) : stage_(stage) {}

  std::int64_t organisation(Object body) {
    const std::string name = *body_text(body, "name");
    if (const auto known = organisations_.find(name); known != organisations_.end())
      return known->second;
    const auto made =
        stage_.does(std::string(system_login), "organisations.create", std::move(body));
    return organisations_[name] = number_in(made, "id");
  }

  /// A person with one role; whoever is handed to visitors has chosen the password already.
  void person(const DemoPerson& wanted, std::int64_t organisation, std::string_view role,
              bool for_visitors) {
    DemoPerson person = wanted;
    const std::string first = crypto::one_time_secret();
    person.password = first;
    const auto made = stage_.does(std::string(system_login), "people.create",
                                  Object{{"organisation", organisation},
                                         {"name", person.name},
                                         {"login", person.login},
                                         {"password", first}});
    person.account = number_in(made, "id");
    stage_.know(person);
    stage_.does(std::string(security_login), "grants.create",
                Object{{"account", person.account}, {"role", role}});
    if (for_visitors) choose_password(person);
  }

  void choose_password(DemoPerson person) {
    const std::string chosen = crypto::new_password();
    stage_.know(person);
    stage_.does(person.login, "accounts.change-password",
                Object{{"old_password", person.password}, {"new_password", chosen}});
    person.password = chosen;
    person.handed_out = true;
    stage_.know(std::move(person));
  }

 private:
  static const std::string* body_text(const Object& body, std::string_view member) {
    for (const auto& [name, value] : body)
      if (name == member) return value.text();
    throw std::logic_error("demo: an organisation without a name");
  }

  DemoStage& stage_;
  std::map<std::string, std::int64_t> organisations_;
};

void enter_administrators(Casting& casting, const std::vector<OneTimeSecret>& secrets) {
  constexpr std::string_view titles[] = {"系统管理员", "安全管理员", "审计管理员"};
  for (std::size_t i = 0; i < secrets.size(); ++i)
    casting.choose_password({.login = secrets[i].login,
                             .name = std::string(titles[i]),
                             .organisation = "平台运行单位",
                             .role = std::string(titles[i]),
                             .account = secrets[i].account,
                             .password = secrets[i].password});
}

void enter_authorities(Casting& casting) {
  for (const Desk& desk : desks) {
    const std::int64_t organisation =
        casting.organisation({{"kind", zr::name_of(desk.kind)}, {"name", desk.organisation}});
    casting.person({.login = std::string(desk.login),
                    .name = std::string(desk.name),
                    .organisation = std::string(desk.organisation),
                    .role = std::string(desk.role_zh)},
                   organisation, desk.role, true);
  }
}

void enter_districts(DemoStage& stage, Casting& casting) {
  const auto regions =
      stage.journal().read([&](db::Tx& tx) { return access::regions(tx, stage.today()); });
  bool first = true;
  for (const access::Region& region : regions) {
    const std::string name = fmt::format("示例{}市场监管部门", region.short_name);
    const std::int64_t organisation =
        casting.organisation({{"kind", zr::name_of(PartyKind::district_bureau)},
                              {"name", name},
                              {"region", region.code}});
    if (first)
      casting.person({.login = "district",
                      .name = fmt::format("示例{}人员", region.short_name),
                      .organisation = name,
                      .role = "区县主管部门人员"},
                     organisation, "district_officer", true);
    first = false;
  }
}

DemoOffice enter_bank(Casting& casting, const DemoBank& bank, bool for_visitors) {
  DemoOffice office{.bank = casting.organisation({{"kind", zr::name_of(PartyKind::bank)},
                                                  {"name", bank.name},
                                                  {"short_name", bank.short_name}}),
                    .clerk = bank.login + ".clerk",
                    .reviewer = bank.login + ".reviewer"};
  for (const std::string& branch : bank.branches)
    casting.organisation(
        {{"kind", zr::name_of(PartyKind::bank)}, {"name", branch}, {"parent", office.bank}});
  casting.person({.login = office.clerk,
                  .name = "示例经办人（" + bank.short_name + "）",
                  .organisation = bank.name,
                  .role = "经办人（银行）"},
                 office.bank, "bank_clerk", for_visitors);
  casting.person({.login = office.reviewer,
                  .name = "示例复核人（" + bank.short_name + "）",
                  .organisation = bank.name,
                  .role = "复核人（银行）"},
                 office.bank, "bank_reviewer", for_visitors);
  if (for_visitors)
    casting.person({.login = bank.login + ".admin",
                    .name = "示例管理员（" + bank.short_name + "）",
                    .organisation = bank.name,
                    .role = "机构管理员"},
                   office.bank, "institution_admin", true);
  return office;
}

}  // namespace

std::vector<DemoOffice> enter_cast(DemoStage& stage, const DemoWorld& world,
                                   const std::vector<OneTimeSecret>& secrets) {
  Casting casting(stage);
  enter_administrators(casting, secrets);
  enter_authorities(casting);
  enter_districts(stage, casting);
  std::vector<DemoOffice> offices;
  for (const DemoBank& bank : world.banks)
    offices.push_back(enter_bank(casting, bank, offices.size() < 2));
  return offices;
}

std::string sign_in_table(const DemoStage& stage) {
  std::string out;
  for (const auto& [login, person] : stage.people())
    if (person.handed_out)
      out +=
          fmt::format("{}\t{}\t{}\t{}\n", person.role, login, person.password, person.organisation);
  return out;
}

}  // namespace zr::app
