#include <algorithm>
#include <map>

#include "db/transaction.h"
#include "db/tx.h"
#include "files/backup.h"
#include "files/backup_parts.h"
#include "files/store.h"
#include "journal/store.h"
#include "journal/verify.h"

namespace zr::files {

namespace {

/// What an archive holds is told in its order; any of it may still be refused later.
struct Receiver {
  std::function<Result<Done>(std::string_view line)> line;
  std::function<Result<Done>(ArchiveReader&, const std::string& digest)> file;
};

/// Reads a whole archive and judges everything that can be judged without a database.
class Walk {
 public:
  Walk(const RestoreOptions& options, const Receiver& receiver)
      : options_(options), receiver_(receiver), archive_(options.archive) {}

  Result<Manifest> run() {
    const auto first = archive_.next();
    if (!first) return first.problem();
    if (!*first || (*first)->name != version_name) return other_backup_version;
    const auto version = archive_.all(64);
    if (!version) return version.problem();
    if (*version != version_text) return other_backup_version;
    for (;;) {
      const auto member = archive_.next();
      if (!member) return member.problem();
      if (!*member) break;
      if (const auto taken = take(**member); !taken) return taken.problem();
    }
    return judged();
  }

 private:
  enum class Stage { rows, files, manifest };

  Result<Done> take(const Member& member) {
    if (member.name == part_name(parts_ + 1) && stage_ == Stage::rows) {
      ++parts_;
      return take_rows();
    }
    if (member.name == manifest_name && stage_ != Stage::manifest) {
      stage_ = Stage::manifest;
      const auto text = archive_.all(most_manifest_bytes);
      if (!text) return text.problem();
      auto manifest = json::read_text<Manifest>(*text, {.keys = 10'000});
      if (!manifest || json::write(*manifest) + "\n" != *text) return broken_archive;
      manifest_ = std::move(*manifest);
      return Done{};
    }
    if (!member.name.starts_with(files_folder) || stage_ == Stage::manifest) return broken_archive;
    stage_ = Stage::files;
    return take_file(member);
  }

  Result<Done> take_rows() {
    const auto part = archive_.all(most_part_bytes);
    if (!part) return part.problem();
    std::string_view left = *part;
    while (!left.empty()) {
      const auto end = left.find('\n');
      if (end == std::string_view::npos) return broken_archive;
      const auto line = left.substr(0, end);
      if (const auto known = count(line); !known) return known.problem();
      if (const auto taken = receiver_.line(line); !taken) return taken.problem();
      left.remove_prefix(end + 1);
    }
    return Done{};
  }

  /// Lines of one table stand together.
  Result<Done> count(std::string_view line) {
    const std::string_view name = db::table_of(line);
    if (sums_.empty() || sums_.back().name != name) {
      close_table();
      sums_.push_back({.name = std::string(name)});
    }
    ++sums_.back().rows;
    running_.add(line).add("\n");
    return Done{};
  }
  void close_table() {
    std::string digest = running_.finish_hex();
    if (!sums_.empty()) sums_.back().digest = std::move(digest);
  }

  Result<Done> take_file(const Member& member) {
    const std::string digest = member.name.substr(member.name.rfind('/') + 1);
    if (!is_digest(digest) || member.name != file_name(digest) || digest <= last_file_)
      return broken_archive;
    last_file_ = digest;
    ++files_;
    if (const auto taken = receiver_.file(archive_, digest); !taken) return taken.problem();
    return archive_.digest() == digest ? Result<Done>(Done{}) : broken_archive;
  }

  /// The manifest says what was found; tables without a row stand only there.
  Result<Manifest> judged() {
    close_table();
    if (!manifest_) return broken_archive;
    std::vector<TableSum> told = manifest_->tables;
    std::erase_if(told, [](const TableSum& sum) { return sum.rows == 0; });
    const auto same = [](const TableSum& a, const TableSum& b) {
      return a.name == b.name && a.rows == b.rows && a.digest == b.digest;
    };
    std::int64_t rows = 0;
    for (const TableSum& sum : sums_) rows += sum.rows;
    if (!std::ranges::equal(told, sums_, same) || manifest_->files != files_ ||
        manifest_->rows != rows)
      return broken_archive;
    return std::move(*manifest_);
  }

  const RestoreOptions& options_;
  const Receiver& receiver_;
  ArchiveReader archive_;
  Stage stage_ = Stage::rows;
  int parts_ = 0;
  std::int64_t files_ = 0;
  std::string last_file_;
  crypto::Sha256 running_;
  std::vector<TableSum> sums_;
  std::optional<Manifest> manifest_;
};

/// Reads a file's bytes past.
Result<Done> pass_over(ArchiveReader& archive, const std::string&) {
  std::string piece(1u << 20, '\0');
  while (archive.read(std::span(piece)) > 0) {
  }
  return Done{};
}

/// The first walk: everything sound, and nothing in the folder that the archive does not hold.
Result<Done> examine(const RestoreOptions& options) {
  std::vector<std::string> held;
  const Receiver receiver{.line = [](std::string_view) -> Result<Done> { return Done{}; },
                          .file =
                              [&](ArchiveReader& archive, const std::string& digest) {
                                held.push_back(digest);
                                return pass_over(archive, digest);
                              }};
  const auto manifest = Walk(options, receiver).run();
  if (!manifest) return manifest.problem();
  bool foreign = false;
  options.folder.each([&](const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (!std::ranges::binary_search(held, name) || file != options.folder.path_of(name))
      foreign = true;
  });
  return foreign ? Result<Done>(folder_not_empty) : Done{};
}

class Loader {
 public:
  Loader(db::Connection& writer, const RestoreOptions& options)
      : writer_(writer), options_(options) {
    for (const db::Table* table : options.tables)
      if (table->keeping != db::Keeping::unlisted) by_name_.emplace(table->name, table);
  }

  Result<Done> line(std::string_view line) try {
    const auto table = by_name_.find(db::table_of(line));
    if (table == by_name_.end()) return db::broken_line;
    return db::insert_line(writer_, *table->second, line);
  } catch (const db::Error& error) {
    // What a table itself refuses is the archive's fault; a full disk or a lost server is not.
    switch (error.kind()) {
      case db::ErrorKind::unique:
      case db::ErrorKind::foreign_key:
      case db::ErrorKind::check:
      case db::ErrorKind::not_null:
      case db::ErrorKind::type:
        return db::broken_line;
      case db::ErrorKind::busy:
      case db::ErrorKind::connection:
      case db::ErrorKind::full:
      case db::ErrorKind::io:
      case db::ErrorKind::other:
        break;
    }
    throw;
  }

  Result<Done> file(ArchiveReader& archive, const std::string& digest) const {
    const OpenFile file = OpenFile::fresh(options_.folder.incoming(), "restored-");
    std::string piece(1u << 20, '\0');
    while (const std::size_t got = archive.read(std::span(piece)))
      file.write(std::string_view(piece).substr(0, got));
    if (archive.digest() != digest) return broken_archive;
    return options_.folder.keep(file.path(), digest);
  }

 private:
  db::Connection& writer_;
  const RestoreOptions& options_;
  std::map<std::string_view, const db::Table*> by_name_;
};

bool is_empty(db::Connection& connection, std::span<const db::Table* const> tables) {
  db::Tx tx(connection, nullptr);
  bool empty = journal::store::chain(tx).sequence == 0;
  if (!empty) return false;
  for (const db::Table* table : tables)
    db::each_line(connection, *table, [&](const std::string&) { empty = false; });
  return empty;
}

/// Every file that a row names is there, and the chain proves the rows.
Result<Done> prove(db::Connection& writer, const RestoreOptions& options,
                   const Manifest& manifest) {
  const auto proof = journal::verify(writer, options.tables, {});
  if (!proof.ok() || proof.records != manifest.records || proof.head != manifest.head) {
    Problem problem(broken_proof);
    if (!proof.findings.empty()) {
      problem.detail_zh = proof.findings.front().text_zh;
      problem.detail_en = proof.findings.front().text_en;
    }
    return problem;
  }
  db::Tx tx(writer, nullptr);
  const auto digests = store::digests(tx);
  if (static_cast<std::int64_t>(digests.size()) != manifest.files) return broken_archive;
  for (const Digest& each : digests)
    if (!options.folder.has(each.digest)) return broken_archive;
  return Done{};
}

}  // namespace

Result<Manifest> restore(db::Connection& writer, const RestoreOptions& options) try {
  {
    const db::Transaction looking(writer);
    if (!is_empty(writer, options.tables)) return city_not_empty;
  }
  if (const auto sound = examine(options); !sound) return sound.problem();
  options.folder.prepare();
  db::Transaction loading(writer);
  Loader loader(writer, options);
  const Receiver receiver{
      .line = [&](std::string_view line) { return loader.line(line); },
      .file = [&](ArchiveReader& archive,
                  const std::string& digest) { return loader.file(archive, digest); }};
  auto manifest = Walk(options, receiver).run();
  if (!manifest) return manifest.problem();
  if (const auto proved = prove(writer, options, *manifest); !proved) return proved.problem();
  db::Tx tx(writer, nullptr);
  store::note_restored(tx, {.id = 1,
                            .taken = manifest->taken,
                            .restored = options.now,
                            .records = manifest->records,
                            .head = manifest->head});
  loading.commit();
  return manifest;
} catch (const std::system_error& error) {
  if (is_full(error)) return storage_full;
  throw;
} catch (const db::Error& error) {
  if (error.kind() == db::ErrorKind::full) return storage_full;
  throw;
}

}  // namespace zr::files
