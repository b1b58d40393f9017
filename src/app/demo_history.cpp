#include "app/demo_history.h"

#include <fmt/format.h>

#include "forms/forms.h"
#include "reporting/reporting.h"

namespace zr::app {

namespace {

using json::Object;
using json::Value;

constexpr int quarters_played = 3;
constexpr int days_of_filing = 16;  // sent out, filed, sent back, filed again
constexpr int office_opens = 9 * 60;
constexpr std::string_view handler = "bureau.handler";
constexpr std::string_view regulator = "regulator";

/// How the quarters' filing went wrong, by place of the bank in the world.
constexpr std::size_t late_bank = 3;
constexpr std::size_t silent_bank = 5;
constexpr std::size_t corrected_bank = 7;
constexpr std::size_t outside_bank = 9;
/// Whose clerk finds a staged file with faults on the desk.
constexpr std::size_t visited_bank = 0;

Object responsible(Object body) {
  body.emplace_back("responsible", "示例负责人");
  body.emplace_back("phone", "0371-00000000");
  return body;
}

class History {
 public:
  History(DemoStage& stage, const DemoWorld& world, const std::vector<DemoOffice>& offices)
      : stage_(stage), world_(world), offices_(offices) {}

  /// Every bank's ledger as of a day, sent in by the clerk or, from a mail, by the bureau.
  void ledgers(Date since, Date day) {
    for (std::size_t bank = 0; bank < offices_.size(); ++bank) {
      const DemoManner manner = world_.banks[bank].manner;
      if (manner == DemoManner::by_rows) import(offices_[bank].clerk, bank, since, day);
      if (manner == DemoManner::on_behalf) on_behalf(bank, since, day);
    }
  }

  /// The quarter's returns, from the fifth day on; the regulator accepts them on the twelfth.
  void returns(Quarter quarter, bool last) {
    const Date asked = quarter.next().first();
    stage_.reach(asked + 4, office_opens);
    for (std::size_t bank = 0; bank < offices_.size(); ++bank) {
      if (bank == late_bank && !last) continue;
      if (bank == silent_bank && last) continue;
      if (bank == outside_bank) continue;
      file(bank, quarter, bank == corrected_bank ? "preliminary" : "final");
    }
    stage_.reach(asked + 8, office_opens);
    file_outside(outside_bank, quarter);
    stage_.reach(asked + 11, office_opens);
    send_back(corrected_bank, quarter);
    for (std::size_t bank = 0; bank < offices_.size(); ++bank)
      if (filed_.contains({bank, quarter}) && bank != corrected_bank) accept(bank, quarter);
    stage_.reach(asked + 13, office_opens);
    file(corrected_bank, quarter, "final");
    if (!last) file(late_bank, quarter, "final");
  }

  /// What somebody finds on the desk: a ledger with faults that waits for its clerk.
  void left_on_desks(Date day) {
    std::string text = demo_ledger(world_, visited_bank, day - 1, day);
    spoil(text);
    stage(offices_[visited_bank].clerk, "示例一行台账（有错待修改）.csv", text, day, {});
  }

 private:
  struct Staged {
    std::int64_t id;
    std::int64_t version;
  };

  Staged stage(const std::string& login, const std::string& name, std::string_view text, Date day,
               Object more) {
    Object body{{"kind", "loan_ledger"},
                {"digest", stage_.uploads(login, name, text)},
                {"data_date", day.text()},
                {"basis", "customer_authorisation"}};
    for (auto& member : more) body.push_back(std::move(member));
    const Value made = stage_.does(login, "imports.create", std::move(body));
    return {number_in(made, "id"), number_in(made, "version")};
  }

  /// Answers the version that it has then.
  std::int64_t apply(const std::string& login, Staged staged) {
    const Value applied = stage_.does(login, "imports.apply",
                                      Object{{"id", staged.id}, {"accept", "all"}}, staged.version);
    return number_in(applied, "version");
  }

  std::string file_name(std::size_t bank, Date day) const {
    return fmt::format("{}台账{}.csv", world_.banks[bank].short_name, day.text());
  }

  void import(const std::string& login, std::size_t bank, Date since, Date day) {
    apply(login,
          stage(login, file_name(bank, day), demo_ledger(world_, bank, since, day), day, {}));
  }

  void on_behalf(std::size_t bank, Date since, Date day) {
    const std::string login(handler);
    const Staged staged =
        stage(login, file_name(bank, day), demo_ledger(world_, bank, since, day), day,
              {{"organisation", offices_[bank].bank}, {"arrived_on", (stage_.today() - 1).text()}});
    const std::int64_t seen = apply(login, staged);
    stage_.does(offices_[bank].clerk, "imports.confirm", Object{{"id", staged.id}}, seen);
  }

  std::int64_t answer_of(std::size_t bank, Quarter quarter) {
    return stage_.journal().read([&](db::Tx& tx) {
      const auto round = forms::round_of(tx, reporting::form_code, quarter.text());
      if (!round) throw std::logic_error("demo: no return was sent out for " + quarter.text());
      const auto answer = forms::answer_of(tx, round->id, offices_[bank].bank);
      if (!answer) throw std::logic_error("demo: a bank was not asked");
      return answer->id;
    });
  }

  /// Fills in and freezes; answers the body by which the version is submitted.
  Object prepare(std::size_t bank, Quarter quarter, std::string_view edition) {
    const std::int64_t answer = answer_of(bank, quarter);
    Object body = responsible({{"id", answer}, {"edition", edition}});
    switch (world_.banks[bank].manner) {
      case DemoManner::by_rows:
      case DemoManner::on_behalf:
        body.emplace_back("source", "ledger");
        body.emplace_back("cells", Object{{"transferred_in_q", 0},
                                          {"written_off_q", 0},
                                          {"transferred_out_q", 0},
                                          {"prior_correction_q", 0}});
        break;
      case DemoManner::by_form:
        body.emplace_back("source", "form");
        body.emplace_back("cells", demo_form(bank, quarter));
        break;
      case DemoManner::nil:
        body.emplace_back("source", "nil");
        break;
    }
    const std::string& clerk = offices_[bank].clerk;
    stage_.does(clerk, "returns.fill", std::move(body));
    const Value frozen = stage_.does(clerk, "returns.prepare", Object{{"id", answer}});
    filed_[{bank, quarter}] = number_in(frozen, "number");
    return {{"id", answer},
            {"number", number_in(frozen, "number")},
            {"digest", *frozen.find("digest")}};
  }

  void file(std::size_t bank, Quarter quarter, std::string_view edition) {
    const std::int64_t waiting =
        stage_.asks(offices_[bank].clerk, "returns.submit", prepare(bank, quarter, edition));
    stage_.approves(offices_[bank].reviewer, waiting);
  }

  void file_outside(std::size_t bank, Quarter quarter) {
    Object body = prepare(bank, quarter, "final");
    body.emplace_back("channel", "regulator_system");
    body.emplace_back("received",
                      (Instant::start_of(stage_.today()) + std::chrono::hours(8)).text());
    body.emplace_back("receipt", "示例回执-" + quarter.text());
    const std::int64_t waiting =
        stage_.asks(offices_[bank].clerk, "returns.record-outside", std::move(body));
    stage_.approves(offices_[bank].reviewer, waiting);
  }

  void send_back(std::size_t bank, Quarter quarter) {
    stage_.does(std::string(regulator), "returns.send-back",
                Object{{"id", answer_of(bank, quarter)},
                       {"number", filed_.at({bank, quarter})},
                       {"remarks", Object{{"balance_end", "请核对与总账的差额后以终报重报"}}},
                       {"due", (stage_.today() + 3).text()}});
  }

  void accept(std::size_t bank, Quarter quarter) {
    stage_.does(std::string(regulator), "returns.accept",
                Object{{"id", answer_of(bank, quarter)}, {"number", filed_.at({bank, quarter})}});
  }

  /// Faults that clerks really make: a code with a letter too few, a class nobody knows.
  static void spoil(std::string& text) {
    const auto replace_first = [&](std::string_view what, std::string_view with) {
      if (const auto at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), with);
    };
    replace_first(",正常,", ",正長,");
    replace_first(",91410100", ",9141010");
  }

  DemoStage& stage_;
  const DemoWorld& world_;
  const std::vector<DemoOffice>& offices_;
  std::map<std::pair<std::size_t, Quarter>, std::int64_t> filed_;
};

}  // namespace

DemoTimes demo_times(Date today) {
  DemoTimes times{.today = today};
  Quarter quarter = Quarter::of(today - days_of_filing);
  for (int i = 0; i < quarters_played; ++i)
    times.quarters.insert(times.quarters.begin(), quarter = quarter.previous());
  const Date month_end = Date(today.year(), today.month(), 1) - 1;
  if (month_end > times.quarters.back().last() && month_end + 4 < today)
    times.month_end = month_end;
  return times;
}

void play_history(DemoStage& stage, const DemoWorld& world, const std::vector<DemoOffice>& offices,
                  const DemoTimes& times) {
  History history(stage, world, offices);
  Date known = times.quarters.front().first() - 1;
  stage.reach(times.begins() + 1, office_opens);
  history.ledgers(Date(2021, 12, 31), known);
  for (const Quarter& quarter : times.quarters) {
    stage.reach(quarter.last() + 2, office_opens);
    history.ledgers(known, quarter.last());
    known = quarter.last();
    history.returns(quarter, quarter == times.quarters.back());
  }
  if (times.month_end) {
    stage.reach(*times.month_end + 3, office_opens);
    history.ledgers(known, *times.month_end);
    known = *times.month_end;
  }
  stage.reach(times.today - 1, office_opens);
  history.left_on_desks(known);
  stage.reach(times.today, 6);
}

}  // namespace zr::app
