#pragma once
/// A small city's export, dump and anchors as the journal writes them, made by the test so that it
/// can tamper with every part, and the verifier run on them.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/anchor.h"
#include "crypto/signing.h"

namespace verify_test {

/// What one record is made of before it is linked into a chain.
struct Draft {
  std::string action = "loans.update";
  std::string body = R"({"balance_fen":100})";
  std::string outcome = "done";
  std::string from = {};  ///< the member `from`, or nothing: the program's own
  std::string rows = {};  ///< the array of row digests, or nothing
};

/// Record 1 of a city with this public key; `note` and `note_version` are covered.
Draft init(std::string_view public_key);
/// The member `rows` for lines of one table of the dump.
std::string row_digests(std::string_view table, const std::vector<std::string>& lines);
/// Records linked from the first on, each as its exact bytes.
std::vector<std::string> linked(const std::vector<Draft>& drafts);

struct Export {
  std::vector<std::string> records;
  std::vector<zr::crypto::Anchor> anchors;
  std::string end;  ///< the end line without its "E "

  /// The end line that fits the records.
  void close();
  std::string text() const;
};

/// Ten records: init, and nine that each wrote one row of `note` (record 4 also two of
/// `note_version`), with the dump of these rows.
struct City {
  zr::crypto::SigningKey key = zr::crypto::SigningKey::create();
  std::vector<Draft> drafts;
  std::vector<std::string> dump;
  Export file;

  City();
  /// Links the drafts anew, as an attacker who recomputes the whole chain would.
  void relink();
  zr::crypto::Anchor anchor(std::size_t seq) const;
};

struct Files {
  std::string text;          ///< the export
  std::string anchors = {};  ///< --anchor, if not empty
  std::string rows = {};     ///< --rows, if not empty
};

struct Answer {
  int exit = -1;
  std::string said;  ///< both streams
  bool names(std::string_view what) const { return said.find(what) != std::string::npos; }
};

/// Runs the verifier on these files.
Answer verify(const Files& files);
/// Runs the verifier with these words.
Answer verify_words(const std::string& words);

std::string lines_of(std::vector<std::string> lines);
std::string lines_of(const std::vector<zr::crypto::Anchor>& anchors);
/// The text with the first occurrence of `from` replaced; the test fails when there is none.
std::string with(std::string text, std::string_view from, std::string_view to);

}  // namespace verify_test
