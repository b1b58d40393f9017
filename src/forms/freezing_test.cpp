#include "forms/freezing.h"

#include "forms/store.h"
#include "forms/test_forms.h"

namespace {

using namespace zr;
using forms::Cells;
using forms::Version;

/// The same numbers in every run.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::int64_t below(std::uint64_t limit) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::int64_t>((state_ >> 33) % limit);
  }

 private:
  std::uint64_t state_;
};

Cells some_cells(Numbers& numbers) {
  Cells cells;
  for (char id = 'a'; id <= 'h'; ++id)
    if (numbers.below(4) != 0)
      cells.emplace(std::string(1, id), json::Scalar(numbers.below(1'000'000) - 500'000));
  return cells;
}

Version frozen(const Cells& cells) {
  return {.id = 7,
          .answer = 3,
          .number = 1,
          .form_version = 2,
          .cover = {.source = forms::Source::form, .responsible = "示例负责人"},
          .known_at = 40,
          .cells = {forms::to_json(cells)},
          .reasons = {json::Object{}}};
}

}  // namespace

TEST_CASE("the digest of a version follows from its cells alone, and from each of them") {
  Numbers numbers(1);
  for (int turn = 0; turn < 200; ++turn) {
    const Cells cells = some_cells(numbers);
    const std::string digest = forms::digest_of(frozen(cells));
    CHECK(digest == forms::digest_of(frozen(forms::cells_of(forms::to_json(cells)))));
    for (const auto& [id, value] : cells) {
      Cells other = cells;
      other[id] = json::Scalar(std::get<std::int64_t>(value) + 1);
      CHECK(forms::digest_of(frozen(other)) != digest);
      other.erase(id);
      CHECK(forms::digest_of(frozen(other)) != digest);
    }
  }
}

TEST_CASE("a personal value is no part of the digest, so that it can be erased") {
  Version version = frozen({});
  const std::string digest = forms::digest_of(version);
  version.cover.responsible.reset();
  version.cover.phone = "0371-00000000";
  CHECK(forms::digest_of(version) == digest);
  version.known_at = 41;
  CHECK(forms::digest_of(version) != digest);
}

TEST_CASE("what is stored is what was digested, on both engines") {
  test::on_both_engines([](const db::Url& url) {
    test::FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto choosing = city.of_clerk({2026, 7, 1});
    REQUIRE(forms::fill(
        choosing, {.id = answer, .cover = {.source = forms::Source::nil, .phone = "0371-00000000"}},
        {}));
    auto freezing = city.of_clerk({2026, 7, 1});
    const auto done = forms::prepare(freezing, {.id = answer}, {.known_at = 12});
    REQUIRE(done);
    CHECK(forms::digest_of(*forms::frozen_version(city.tx, answer)) == done->digest);
    // Who may not read personal values finds the same digest.
    db::Tx bare(city.tx.connection(), nullptr);
    const auto kept = forms::store::latest_version(bare, answer);
    CHECK(kept->cover.phone != "0371-00000000");
    CHECK(forms::digest_of(*kept) == done->digest);
  });
}

TEST_CASE("differences add up: from one version to the next to the last is from first to last") {
  Numbers numbers(2);
  for (int turn = 0; turn < 200; ++turn) {
    const Cells one = some_cells(numbers), two = some_cells(numbers), three = some_cells(numbers);
    const auto amount = [](const std::vector<forms::CellChange>& changes, const std::string& id) {
      for (const forms::CellChange& change : changes)
        if (change.cell == id) return change.difference.value_or(0);
      return std::int64_t{0};
    };
    const auto first = forms::difference(one, two), second = forms::difference(two, three),
               whole = forms::difference(one, three);
    for (const auto& [id, value] : one)
      if (two.contains(id) && three.contains(id))
        CHECK(amount(first, id) + amount(second, id) == amount(whole, id));
    Cells applied = one;
    for (const forms::CellChange& change : first) {
      if (change.after.index() == 0)
        applied.erase(change.cell);
      else
        applied[change.cell] = change.after;
    }
    CHECK(applied == two);
    CHECK(forms::difference(one, one).empty());
  }
}
