/// One writing process per city.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include "db/engine.h"

namespace zr::db {

namespace {

/// "zhirong" as a number; advisory locks are counted per database.
constexpr std::int64_t writer_key = 0x7a6869726f6e67;

/// A lock on a file beside the database, given up by the kernel with the process.
class FileLock final : public WriterLock {
 public:
  explicit FileLock(int file) : file_(file) {}
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock() override { ::close(file_); }

 private:
  int file_;
};

class AdvisoryLock final : public WriterLock {
 public:
  explicit AdvisoryLock(Connection& writer) : writer_(writer) {}
  AdvisoryLock(const AdvisoryLock&) = delete;
  AdvisoryLock& operator=(const AdvisoryLock&) = delete;
  ~AdvisoryLock() override {
    const std::array<Scalar, 1> key{writer_key};
    run_at_end(writer_, "SELECT pg_advisory_unlock($1)", key);
  }

 private:
  Connection& writer_;
};

Result<std::unique_ptr<WriterLock>> lock_file(const std::string& database) {
  // Two names of one file must find the same lock.
  const auto path = std::filesystem::canonical(database).string() + ".writer";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw Error(ErrorKind::connection, "cannot open " + path);
  auto lock = std::make_unique<FileLock>(file);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return std::unique_ptr<WriterLock>(std::move(lock));
  if (errno == EWOULDBLOCK) return second_writer;
  throw Error(ErrorKind::io, "cannot lock " + path);
}

}  // namespace

Result<std::unique_ptr<WriterLock>> lock_for_writing(const Url& url, Connection& writer) {
  if (url.engine == Engine::sqlite) return lock_file(url.location);
  const std::array<Scalar, 1> key{writer_key};
  bool taken = false;
  writer.run("SELECT pg_try_advisory_lock($1)", key,
             [&](const Row& row) { taken = row.at(0) == Scalar(std::int64_t{1}); });
  if (!taken) return second_writer;
  return std::unique_ptr<WriterLock>(std::make_unique<AdvisoryLock>(writer));
}

}  // namespace zr::db
