#pragma once
/// A read: one SQL statement or one computation over a snapshot, under a scope, registered in the
/// same table as the commands and answered as JSON of described rows.
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/date.h"
#include "db/tx.h"
#include "json/describe.h"

namespace zr::api {

/// What a read works with. Every list takes the scope from here; there is no way around it.
struct ReadContext {
  db::Tx& tx;
  const access::Actor& actor;
  access::Scope scope;
  Date today;  ///< the business date
  Instant now;
  Language language = Language::zh;
};

/// What every list accepts.
struct Listing {
  std::int64_t limit = 50;
  std::optional<std::string> cursor;

  /// The number that the cursor is, after which the list goes on; `beginning` without one.
  std::int64_t after(std::int64_t beginning = 0) const;
};
/// A number of a cursor; empty where the text is none that a list writes.
std::optional<std::int64_t> cursor_number(std::string_view text);
const json::Struct& describe(const Listing*);
inline constexpr std::int64_t max_limit = 200;

/// A part of a list and where the next begins; empty `next` at the end.
template <class Row>
struct Page {
  std::vector<Row> rows;
  std::optional<std::string> next{};
};

/// Cuts one row too many off a page read with limit + 1 and names the next cursor.
template <class Row, class CursorOf>
Page<Row> page_of(std::vector<Row> rows, const Listing& listing, CursorOf cursor_of) {
  Page<Row> page{.rows = std::move(rows)};
  if (page.rows.size() > static_cast<std::size_t>(listing.limit)) {
    page.rows.resize(static_cast<std::size_t>(listing.limit));
    page.next = cursor_of(page.rows.back());
  }
  return page;
}

/// A read without parameters.
struct NoQuery {};
const json::Struct& describe(const NoQuery*);
/// A read of one subject.
struct OneQuery {
  std::int64_t id = 0;
};
const json::Struct& describe(const OneQuery*);

enum class Shape { one, list, file };

/// A file made for its reader (XLSX, CSV, a page to print) or stored evidence. Sending it is a
/// record: who took which bytes.
struct Download {
  std::string name;   ///< as it is saved; any text
  std::string media;  ///< "application/pdf"
  std::string bytes{};
  std::filesystem::path path{};         ///< instead of bytes, where the file exists
  std::shared_ptr<const void> owner{};  ///< held until the last byte of `path` has left
  enum class Shown { saved, inside } shown = Shown::saved;  ///< inside: opened by the browser
};

struct ReadAnswer {
  std::string body{};
  std::optional<std::int64_t> version{};  ///< becomes the ETag
  std::optional<Download> file{};         ///< of a read of shape file, instead of a body
};

/// The declaration of a read.
struct ReadTraits {
  std::string_view path;   ///< "/organisations", "/organisations/{id}/history", "/commands/{key}"
  std::string_view right;  ///< empty: anybody signed in
  std::string_view zh;
  std::string_view en;
  /// The access event that every answer leaves before it is sent, with what was asked; empty: none.
  std::string_view noted = {};
};

struct Read {
  ReadTraits traits;
  Shape shape;
  const json::Struct& (*query)();
  const json::Struct& (*row)();
  std::shared_ptr<void> (*make)();
  std::function<Result<ReadAnswer>(ReadContext&, const void*)> run;
};

namespace detail {
template <class Row>
std::optional<std::int64_t> version_of(const Row& row) {
  if constexpr (requires {
                  { row.version } -> std::convertible_to<std::int64_t>;
                })
    return row.version;
  return std::nullopt;
}

template <class Query>
Read blank(ReadTraits traits, Shape shape, const json::Struct& (*row)()) {
  return {.traits = traits,
          .shape = shape,
          .query = []() -> const json::Struct& { return json::struct_of<Query>(); },
          .row = row,
          .make = []() -> std::shared_ptr<void> { return std::make_shared<Query>(); },
          .run = {}};
}
}  // namespace detail

/// A read that answers one described struct.
template <class Query, class Row>
Read read_one(ReadTraits traits, std::function<Result<Row>(ReadContext&, const Query&)> run) {
  Read made = detail::blank<Query>(traits, Shape::one,
                                   []() -> const json::Struct& { return json::struct_of<Row>(); });
  made.run = [run = std::move(run)](ReadContext& in, const void* query) -> Result<ReadAnswer> {
    auto row = run(in, *static_cast<const Query*>(query));
    if (!row) return row.problem();
    return ReadAnswer{.body = json::write(*row), .version = detail::version_of(*row)};
  };
  return made;
}

/// A read that answers {"rows":[…],"next":"…"}.
template <class Query, class Row>
Read read_list(ReadTraits traits,
               std::function<Result<Page<Row>>(ReadContext&, const Query&)> run) {
  Read made = detail::blank<Query>(traits, Shape::list,
                                   []() -> const json::Struct& { return json::struct_of<Row>(); });
  made.run = [run = std::move(run)](ReadContext& in, const void* query) -> Result<ReadAnswer> {
    auto page = run(in, *static_cast<const Query*>(query));
    if (!page) return page.problem();
    ReadAnswer answer{.body = R"({"rows":[)"};
    for (const Row& row : page->rows) {
      if (&row != &page->rows.front()) answer.body += ',';
      json::write(json::struct_of<Row>(), &row, answer.body);
    }
    answer.body += ']';
    if (page->next) {
      answer.body += R"(,"next":)";
      json::write_text(*page->next, answer.body);
    }
    answer.body += '}';
    return answer;
  };
  return made;
}

/// A read that answers a file.
template <class Query>
Read read_file(ReadTraits traits, std::function<Result<Download>(ReadContext&, const Query&)> run) {
  Read made = detail::blank<Query>(
      traits, Shape::file, []() -> const json::Struct& { return json::struct_of<NoQuery>(); });
  made.run = [run = std::move(run)](ReadContext& in, const void* query) -> Result<ReadAnswer> {
    auto file = run(in, *static_cast<const Query*>(query));
    if (!file) return file.problem();
    return ReadAnswer{.file = std::move(*file)};
  };
  return made;
}

/// A query struct from decoded query parameters; numbers and truth values are read from their text.
Result<std::shared_ptr<void>> query_from(
    const Read& read, const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace zr::api
