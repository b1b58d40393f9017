#include "ledger/rules/note_kinds.h"

#include <doctest/doctest.h>

using namespace zr::ledger;  // NOLINT: a test of this namespace's small vocabulary
using enum RightKind;

TEST_CASE("ledger: one kind of right is itself however often named, two or more are mixed") {
  CHECK(right_kind({}) == std::nullopt);
  CHECK(right_kind({trademark}) == trademark);
  CHECK(right_kind({trademark, trademark}) == trademark);
  CHECK(right_kind({patent, trademark}) == mixed);
}

TEST_CASE("ledger: a set of rights is stored in one order and read back") {
  CHECK(rights_text({trademark, patent, trademark}) == "patent trademark");
  CHECK(rights_text({}).empty());
  CHECK(rights_text({mixed}) == "mixed");
  CHECK(rights_text({mixed, patent}) == "mixed");
  CHECK(rights_text({mixed, patent, gi}) == "patent gi");
  CHECK(right_kind(rights_of("mixed")) == mixed);
  CHECK(rights_of("patent trademark") == std::vector{patent, trademark});
  CHECK(rights_of("gi") == std::vector{gi});
  CHECK(rights_of("").empty());
}
