/// Description of and SQL over the region tree.
#include "access/region.h"

namespace zr::access {

std::span<const Name> names_of(RegionKind) {
  static constexpr Name names[] = {
      named(RegionKind::district, "district", "市辖区", "District"),
      named(RegionKind::county, "county", "县", "County"),
      named(RegionKind::county_level_city, "county_level_city", "县级市", "County-level city"),
      named(RegionKind::zone, "zone", "开发区", "Development zone")};
  return names;
}

const json::Struct& describe(const Region*) {
  static const json::Struct table(
      "Region",
      {{"code", &Region::code, "区划代码", "Code", {.max_length = 12}},
       {"valid_from", &Region::valid_from, "有效自", "Valid from"},
       {"valid_to", &Region::valid_to, "有效至", "Valid to"},
       {"name", &Region::name, "名称", "Name", {.max_length = 60}},
       {"english", &Region::english, "英文名", "English name", {.max_length = 80}},
       {"kind", &Region::kind, "类型", "Kind"},
       {"host", &Region::host, "主要所在区县", "Host district", {.max_length = 12}},
       {"tile_column", &Region::tile_column, "示意图列", "Tile column", {.min = 1, .max = 40}},
       {"tile_row", &Region::tile_row, "示意图行", "Tile row", {.min = 1, .max = 40}},
       {"short_name", &Region::short_name, "简称", "Short name", {.max_length = 20}}});
  return table;
}

const db::Table region_table{"access_region", &json::struct_of<Region>, {"code", "valid_from"}};

bool publish_region(db::Tx& tx, Region region) {
  for (Region& known : tx.rows<Region>(
           "SELECT {Region} FROM access_region WHERE code = $1 ORDER BY valid_from", region.code)) {
    if (known.valid_from == region.valid_from) return false;
    if (known.valid_from > region.valid_from) {
      region.valid_to = known.valid_from - 1;
      break;
    }
    if (known.valid_to && *known.valid_to < region.valid_from) continue;
    known.valid_to = region.valid_from - 1;
    tx.update(region_table, known);
  }
  tx.insert(region_table, region);
  return true;
}

std::vector<Region> regions(db::Tx& tx, Date day) {
  return tx.rows<Region>(
      "SELECT {Region} FROM access_region WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to "
      ">= $1)"
      " ORDER BY code",
      day);
}

std::optional<Region> region(db::Tx& tx, const std::string& code, Date day) {
  return tx.row<Region>(
      "SELECT {Region} FROM access_region WHERE code = $2 AND valid_from <= $1"
      " AND (valid_to IS NULL OR valid_to >= $1)",
      day, code);
}

}  // namespace zr::access
