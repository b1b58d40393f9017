#include "imports/kinds.h"
#include "imports/test_requests.h"

using namespace zr;
using namespace zr::imports;

TEST_CASE("a stored mapping that cannot be read is never taken for a file without a header") {
  const auto stored = [](const Mapping& mapping) {
    StoredImport import;
    import.mapping = json::Any{*json::parse(json::write(mapping))};
    return import;
  };
  CHECK(mapping_of(stored({.header_row = 3})).header_row == 3);
  CHECK_THROWS(mapping_of(stored({.columns = {{.column = 1, .header = std::string(201, 'x')}}})));
}
