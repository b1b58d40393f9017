#pragma once
/// The city's figures 全市合计: the sum of the latest submitted versions and nothing else, so it is
/// the sum of the banks. The part that rows back equals their frozen rows, the rest is named, and
/// beside it stands what the ledger says today. Whoever is no authority sees only what control row
/// 18 lets through, at the next coarser level where a line would show one or two banks.
#include <optional>
#include <string>
#include <vector>

#include "api/read.h"
#include "base/money.h"
#include "forms/answer.h"

namespace zr::reporting {

struct CityQuery {
  Quarter period;
};
const json::Struct& describe(const CityQuery*);

/// At which level a line is shown.
enum class Level {
  city,
  district,  ///< The reader's own.
  withheld,  ///< It would show one or two banks, or waits for more.
};
std::span<const Name> names_of(Level);

struct CityCell {
  std::string cell;
  std::string title_zh;
  std::string title_en;
  std::string unit;
  Level level = Level::city;
  std::optional<std::int64_t> value = {};
  std::optional<std::int64_t> organisations = {};  ///< With something in this line.
  std::optional<std::int64_t> backed = {};         ///< The part that frozen rows make up.
  std::optional<std::int64_t> rest = {};           ///< What no rows back.
  std::optional<Ppm> backed_ppm = {};              ///< 逐笔可核比例
  std::optional<std::int64_t> ledger = {};         ///< What the ledger says today, of every bank.
  std::optional<std::int64_t> difference = {};     ///< ledger - backed
};
const json::Struct& describe(const CityCell*);

/// A bank's part in the sum; shown to authorities.
struct CityReturn {
  std::int64_t id = 0;  ///< The return.
  std::int64_t organisation = 0;
  std::string name;
  std::int64_t number = 0;
  forms::Source source = forms::Source::form;
  forms::Edition edition = forms::Edition::final;
  forms::Stage stage = forms::Stage::submitted;
  json::Any cells;
};
const json::Struct& describe(const CityReturn*);

struct CityFigures {
  Quarter period;
  Date due;
  std::string perimeter;                   ///< "lender" 机构口径
  std::optional<std::string> region = {};  ///< Of a district bureau.
  std::int64_t known_at = 0;               ///< The last record that counts.
  std::int64_t asked = 0;                  ///< Banks.
  std::int64_t filed = 0;
  std::int64_t by_ledger = 0;
  std::int64_t by_form = 0;
  std::int64_t nil = 0;
  std::vector<CityCell> cells = {};
  std::vector<CityReturn> returns = {};  ///< Empty for readers who are no authority.
};
const json::Struct& describe(const CityFigures*);

struct DifferenceQuery {
  api::Listing listing;
  Quarter period;
  std::string cell;
};
const json::Struct& describe(const DifferenceQuery*);

/// A note that gives something else to a figure today than when its bank's version was frozen.
/// Without `note`: all notes that this reader may not see one by one.
struct NoteDifference {
  std::int64_t organisation = 0;
  std::string name;
  std::optional<std::int64_t> note = {};
  std::optional<std::string> note_number = {};
  std::int64_t frozen = 0;
  std::int64_t ledger = 0;
  std::int64_t difference = 0;
};
const json::Struct& describe(const NoteDifference*);

std::vector<api::Read> city_reads();

}  // namespace zr::reporting
