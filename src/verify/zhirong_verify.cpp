/// zhirong-verify: the offline verifier, for an auditor who trusts neither the server nor its
/// database. Reads what `zhirong journal export` and `zhirong dump` wrote. It stands alone by
/// design: one file, libcrypto and the standard library, its own JSON reader and its own copy of
/// the formats (also of src/crypto/anchor.h), so that it cannot share a mistake with the program
/// that it checks. Exit: 0 all is well, 1 something was found, 2 bad input, 3 environment.
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using std::string;
using std::string_view;
using Number = std::uint64_t;
using Digest = std::array<char, 32>;

constexpr std::size_t longest_line = std::size_t{64} << 20;
constexpr std::size_t longest_message = 2000;
constexpr std::size_t most_findings_shown = 1000;
constexpr int most_keys_shown = 20;
constexpr int deepest_nesting = 100;
const string no_digest(64, '0');  // what record 1 names as its predecessor

std::size_t findings = 0;
string first_finding;

/// Text of the files may be hostile: no control character of it, and no endless line, reaches the
/// terminal. In UTF-8 the bytes C2 80 to C2 9F are control characters too.
void say(string text) {
  text.resize(std::min(text.size(), longest_message));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
    if (c < ' ' || c == 0x7F || (c == 0xC2 && next < 0xA0)) text[i] = '?';
  }
  std::printf("%s\n", text.c_str());
}

void found(const string& text) {
  if (findings++ == 0) first_finding = text;
  if (findings <= most_findings_shown) say("found: " + text);
}

[[noreturn]] void leave(int code, const string& why) {
  std::fflush(stdout);
  std::fprintf(stderr, "zhirong-verify: %s\n", why.c_str());
  std::exit(code);
}

string str(Number number) {
  return std::to_string(number);
}

/// The lines of a file, each valid until the next is asked for.
class Lines {
 public:
  explicit Lines(const string& path) : path_(path) {
    // The library's own buffer of 8 KiB would ask the system a hundred times as often.
    file_.rdbuf()->pubsetbuf(buffer_.get(), buffer_bytes);
    file_.open(path, std::ios::binary);
    file_.peek();
    if (!file_.is_open() || file_.bad()) leave(3, path + " cannot be read");
  }
  bool next(string_view& line) {
    ++number_;
    file_.getline(line_.get(), longest_line);
    const auto length = static_cast<std::size_t>(file_.gcount());
    if (file_.bad()) leave(3, here() + " cannot be read");
    if (file_.fail() && length > 0) leave(2, here() + " is too long");
    line = {line_.get(), file_.eof() ? length : length - 1};
    return !file_.fail();
  }
  bool cut() const { return file_.eof(); }  ///< The last line came without its line end.
  string here() const { return path_ + " line " + str(number_); }

 private:
  static constexpr std::streamsize buffer_bytes = std::streamsize{1} << 20;
  string path_;
  std::unique_ptr<char[]> buffer_{new char[buffer_bytes]};
  std::ifstream file_;
  std::unique_ptr<char[]> line_{new char[longest_line]};  // pages never written cost nothing
  Number number_ = 0;
};

/// SHA-256 of the pieces added since the last digest.
class Sha256 {
 public:
  Sha256() { must(EVP_DigestInit_ex(context_, EVP_sha256(), nullptr)); }
  Sha256& add(string_view piece) {
    must(EVP_DigestUpdate(context_, piece.data(), piece.size()));
    return *this;
  }
  Digest finish() {
    Digest out;
    must(EVP_DigestFinal_ex(context_, reinterpret_cast<unsigned char*>(out.data()), nullptr));
    must(EVP_DigestInit_ex(context_, nullptr, nullptr));
    return out;
  }

 private:
  static void must(int answer) {
    if (answer != 1) leave(3, "libcrypto cannot compute SHA-256");
  }
  EVP_MD_CTX* context_ = EVP_MD_CTX_new();  // one for the whole run
};

Sha256 sha;

string hex(const Digest& digest) {
  string out(2 * digest.size(), '0');
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = "0123456789abcdef"[(digest[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15];
  return out;
}

string unhex(string_view text) {
  string out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    unsigned byte = 0;
    if (std::from_chars(&text[i], &text[i] + 2, byte, 16).ptr != &text[i] + 2) return "";
    out += static_cast<char>(byte);
  }
  return out;
}

bool signature_fits(const string& key, const string& signature, const string& message) {
  const auto bytes = [](const string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  EVP_PKEY* pkey = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(key), key.size());
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const bool fits = pkey != nullptr &&
                    EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, pkey) == 1 &&
                    EVP_DigestVerify(context, bytes(signature), signature.size(), bytes(message),
                                     message.size()) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(pkey);
  return fits;
}

/// A cursor over JSON without blanks between tokens, as record and dump write it. Values are handed
/// out as their text; each step answers false where the text is not of that form. Escapes and
/// numbers are not judged: the digests prove the bytes.
class Json {
 public:
  explicit Json(string_view text) : rest_(text) {}

  /// each(name, value) answers whether to go on.
  template <class Each>
  bool members(Each each) {
    return list('{', '}', [&] {
      string_view name, value;
      return text(name) && take(':') && any(value) && each(name, value);
    });
  }
  template <class Each>
  bool elements(Each each) {
    return list('[', ']', [&] {
      string_view value;
      return any(value) && each(value);
    });
  }
  bool done() const { return rest_.empty(); }

 private:
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  template <class Item>
  bool list(char open, char close, Item item) {
    if (!take(open)) return false;
    if (take(close)) return true;
    do {
      if (!item()) return false;
    } while (take(','));
    return take(close);
  }
  /// A string as it stands between its quotes, escapes unread.
  bool text(string_view& inner) {
    if (!take('"')) return false;
    for (std::size_t i = 0; i < rest_.size() && static_cast<unsigned char>(rest_[i]) >= ' '; ++i) {
      if (rest_[i] == '\\') {
        ++i;
      } else if (rest_[i] == '"') {
        inner = rest_.substr(0, i);
        rest_.remove_prefix(i + 1);
        return true;
      }
    }
    return false;
  }
  bool any(string_view& value) {
    const string_view from = rest_;
    if (rest_.empty() || ++depth_ > deepest_nesting) return false;
    bool good = true;
    if (rest_.front() == '{') {
      good = members([](string_view, string_view) { return true; });
    } else if (rest_.front() == '[') {
      good = elements([](string_view) { return true; });
    } else if (rest_.front() == '"') {
      good = text(value);
    } else {
      const auto length = std::min(rest_.size(), rest_.find_first_of(",]}"));
      good = length > 0;
      rest_.remove_prefix(length);
    }
    --depth_;
    value = from.substr(0, from.size() - rest_.size());
    return good;
  }

  string_view rest_;
  int depth_ = 0;
};

/// A positive integer; 0 for everything else.
Number number(string_view value) {
  Number out = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, out);
  return error == std::errc{} && stop == end && value[0] != '0' ? out : 0;
}

/// What stands between the quotes of a string; "" for every other value.
string_view unquoted(string_view value) {
  return value.size() < 2 || value[0] != '"' ? "" : value.substr(1, value.size() - 2);
}

string_view member(string_view object, string_view wanted) {
  string_view out;
  Json(object).members([&](string_view name, string_view value) {
    if (name == wanted) out = value;
    return out.empty();
  });
  return out;
}

/// The members of a fixed form in their order; those marked ? may be missing.
template <std::size_t N>
using Form = std::array<string_view, N>;
enum { v, alg, seq, prev, action = 6, body = 12, outcome, rows = 17 };
constexpr Form<18> record_form{
    "v",      "alg",     "seq",      "prev",     "received",  "business_date",
    "action", "key?",    "actor",    "checker?", "standing?", "from?",
    "body",   "outcome", "refusal?", "result?",  "events?",   "rows?"};
constexpr Form<6> anchor_form{"v", "seq", "head", "at", "key", "signature"};
constexpr Form<3> claim_form{"table", "count", "sha256"};

/// Reads an object into `values`, one for each member of its form; answers what is wrong, or "".
template <std::size_t N>
string read_form(string_view text, const Form<N>& form, Form<N>& values) {
  values = {};
  std::size_t next = 0;
  string wrong;
  const auto advance_to = [&](string_view name) {
    for (; next < N && form[next].substr(0, form[next].find('?')) != name; ++next)
      if (form[next].back() != '?' && wrong.empty()) wrong = "lacks " + string(form[next]);
  };
  Json json(text);
  const bool read = json.members([&](string_view name, string_view value) {
    advance_to(name);
    if (next == N && wrong.empty()) wrong = "has an unknown member " + string(name);
    if (name == "v" && value != "1") wrong = "is of version " + string(value) + ", unknown here";
    if (wrong.empty()) values[next++] = value;
    return wrong.empty();
  });
  if (wrong.empty() && !(read && json.done())) wrong = "is not readable";
  if (wrong.empty()) advance_to("");
  return wrong;
}

/// What a record says of the rows that it wrote into one covered table.
struct Claim {
  Number seq;
  Number count;
  Digest sha256;
};

struct Key {
  Number since;  ///< the record that introduced it
  string id;
  string bytes;
};

/// The record as it is read, once and in the order of the file.
struct Chain {
  std::vector<std::pair<Number, Digest>> digests;  // ascending; all that is kept of a record
  std::vector<Key> keys;
  std::map<string, std::vector<Claim>, std::less<>> claims;  // of every covered table
  bool with_rows = false;  // are row digests asked for? Else they are not kept
  Number count = 0;
  Number last = 0;  // the number of the last record that stood in its place
  string head = no_digest;

  void take(string_view bytes);
  void end(string_view rest);
  void close();
  const Digest* digest(Number seq) const;

 private:
  void place(Number seq, bool linked);
  bool fills_gap(Number seq);
  void gather(Number seq, const Form<18>& read);

  std::map<Number, Number> gaps_;  // first and last missing number
  bool doubt_ = false;             // `last` names another digest than its predecessor gives
  bool ended_ = false;
  Number end_count_ = 0;
  string end_head_;
};

string record(Number seq) {
  return "record " + str(seq);
}

void Chain::take(string_view bytes) {
  ++count;
  const Digest digest = sha.add(bytes).finish();
  Form<18> read;
  string wrong = read_form(bytes, record_form, read);
  if (wrong.empty() && read[alg] != "\"sha256\"") wrong = "uses an algorithm unknown here";
  if (wrong.empty() && number(read[seq]) == 0) wrong = "bears no number";
  if (!wrong.empty()) found(record(last + 1) + " " + wrong);
  const bool linked = !wrong.empty() || unquoted(read[prev]) == head;
  const Number its = wrong.empty() ? number(read[seq]) : last + 1;
  if (!linked && its <= last) {
    if (!fills_gap(its)) return;
  } else {
    place(its, linked);
    digests.emplace_back(last, digest);
    head = hex(digest);
  }
  if (wrong.empty()) gather(linked ? last : its, read);
}

/// Gives a record its place. A record that names its predecessor's digest stands where it belongs,
/// whatever number it bears; of two that do not fit, the one that the third vouches for is
/// unchanged.
void Chain::place(Number seq, bool linked) {
  if (linked) {
    if (doubt_) found(record(last - 1) + " was changed: its digest is not what the next one names");
    if (seq != last + 1) found(record(last + 1) + " bears the number " + str(seq));
    seq = last + 1;
    doubt_ = false;
  } else if (seq > last + 1) {
    gaps_[last + 1] = seq - 1;
    if (doubt_) found(record(last - 1) + " or the next was changed");
    doubt_ = false;
  } else if (seq == 1) {
    found("record 1 names a predecessor: records before it were cut off, or it was changed");
  } else {
    if (doubt_) found(record(last) + " was changed: neither neighbour fits it");
    doubt_ = !doubt_;
  }
  last = seq;
}

/// A record that stands after later ones: was it missing in its place, or is it there already?
bool Chain::fills_gap(Number seq) {
  auto gap = gaps_.upper_bound(seq);
  if (gap == gaps_.begin() || (--gap)->second < seq) {
    found(record(seq) + " stands twice, again after " + record(last));
    return false;
  }
  found(record(seq) + " is out of order: it stands after " + record(last));
  const auto [from, to] = *gap;
  gaps_.erase(gap);
  if (from < seq) gaps_[from] = seq - 1;
  if (seq < to) gaps_[seq + 1] = to;
  return true;
}

/// Keys, covered tables and row digests that a record brings in.
void Chain::gather(Number seq, const Form<18>& read) {
  const bool init = read[action] == "\"init\"";
  if (init != (seq == 1)) found(record(seq) + (init ? " is a second init" : " is not init"));
  if (read[outcome] != "\"done\"") return;
  if (init || read[action] == "\"keys.rotate\"") {
    const string key = unhex(unquoted(member(read[body], "public_key")));
    if (key.size() != 32) found(record(seq) + " introduces no readable public key");
    keys.push_back({seq, hex(sha.add(key).finish()).substr(0, 16), key});
    say("key " + keys.back().id + " introduced by " + record(seq));
  }
  if (init)
    Json(member(read[body], "covered")).elements([&](string_view table) {
      claims.try_emplace(string(unquoted(table)));
      return true;
    });
  if (!with_rows || read[rows].empty()) return;
  Form<3> claim;
  Claim kept{.seq = seq, .count = 0, .sha256 = {}};
  const bool good = Json(read[rows]).elements([&](string_view item) {
    if (!read_form(item, claim_form, claim).empty()) return false;
    kept.count = number(claim[1]);
    const string bytes = unhex(unquoted(claim[2]));
    if (bytes.size() != kept.sha256.size()) return false;
    std::copy(bytes.begin(), bytes.end(), kept.sha256.begin());
    auto table = claims.find(unquoted(claim[0]));
    if (table == claims.end()) table = claims.try_emplace(string(unquoted(claim[0]))).first;
    table->second.push_back(kept);
    return true;
  });
  if (!good) found(record(seq) + " has unreadable row digests");
}

void Chain::end(string_view rest) {
  const auto blank = std::min(rest.size(), rest.find(' '));
  end_count_ = number(rest.substr(0, blank));
  end_head_ = rest.substr(std::min(rest.size(), blank + 1));
  ended_ = true;
}

void Chain::close() {
  if (count == 0) {
    found("the export holds no record");
  } else if (doubt_) {
    found(record(end_head_ == head ? last - 1 : last) + " was changed: its neighbour does not fit");
  } else if (ended_ && end_count_ == count && end_head_ != head) {
    found(record(last) + " was changed: its digest is not what the end line names");
  }
  for (const auto& [from, to] : gaps_)
    found(record(from) + (from == to ? "" : " to " + str(to)) + " missing");
  if (!ended_) found("the export has no end line: it was cut off after " + record(last));
  if (ended_ && end_count_ != count)
    found("the end line counts " + str(end_count_) + " records, here are " + str(count));
}

const Digest* Chain::digest(Number seq) const {
  const auto at = std::lower_bound(digests.begin(), digests.end(), seq,
                                   [](const auto& one, Number n) { return one.first < n; });
  return at == digests.end() || at->first != seq ? nullptr : &at->second;
}

/// A signed statement that record `seq` has the digest `head`.
struct Anchor {
  string where;
  Number seq;
  string head;
  string message;
  string key;
  string signature;
};

/// Reads the line of an anchor; false (and a finding) when it is none.
bool take_anchor(string_view line, const string& where, std::vector<Anchor>& anchors) {
  Form<6> read;
  const string wrong = read_form(line, anchor_form, read);
  if (!wrong.empty()) found("the anchor of " + where + " " + wrong);
  if (!wrong.empty()) return false;
  const string head(unquoted(read[2]));
  const Number its = number(read[1]);
  anchors.push_back({.where = record(its) + " (" + where + ")",
                     .seq = its,
                     .head = head,
                     .message = "zhirong-anchor 1\n" + str(its) + "\n" + head + "\n" +
                                string(unquoted(read[3])) + "\n",
                     .key = string(unquoted(read[4])),
                     .signature = unhex(unquoted(read[5]))});
  return true;
}

void judge_anchors(std::vector<Anchor>& anchors, const Chain& chain) {
  std::stable_sort(anchors.begin(), anchors.end(),
                   [](const Anchor& a, const Anchor& b) { return a.seq < b.seq; });
  Number good = 0, proved = 0;
  for (const Anchor& anchor : anchors) {
    const auto key = std::find_if(chain.keys.begin(), chain.keys.end(), [&](const Key& one) {
      return one.id == anchor.key && one.since <= anchor.seq;
    });
    const Digest* digest = chain.digest(anchor.seq);
    const string name = "the anchor of " + anchor.where;
    if (key == chain.keys.end()) {
      found(name + " is signed with key " + anchor.key +
            ", which the chain does not introduce by then: another city's, or a chain made anew");
    } else if (!signature_fits(key->bytes, anchor.signature, anchor.message)) {
      found(name + " has a wrong signature");
    } else if (anchor.seq > chain.last) {
      found(name + " is beyond the last record " + str(chain.last) + ": the tail was cut off");
    } else if (digest != nullptr && hex(*digest) != anchor.head) {
      found(record(anchor.seq) + " has not the digest that its anchor (" + anchor.where +
            ") signs: the chain was recomputed after " + record(proved));
    } else if (digest != nullptr) {
      ++good;
      proved = anchor.seq;
    }
  }
  say("anchors: " + str(good) + " of " + str(anchors.size()) + " good");
  if (anchors.empty())
    say("note: without an anchor a cut tail, or a chain recomputed as a whole, cannot be seen");
  else if (proved < chain.last)
    say("note: no good anchor after " + record(proved) +
        ": later records could have been cut off "
        "or recomputed unseen");
}

/// A line of the dump and the record that it says wrote it (0: none).
struct Row {
  Number seq;
  string line;
};
using Rows = std::vector<Row>::const_iterator;

/// Reports a table and record with the keys of the rows that carry the record's number.
void found_rows(const string& table, Number seq, const string& what, Rows from, Rows to) {
  string keys;
  for (auto row = from; row != to && row < from + most_keys_shown; ++row) {
    const auto key = row->line.find('\t') + 1;
    keys += " " + row->line.substr(key, row->line.find('\t', key) - key);
  }
  if (to - from > most_keys_shown)
    keys += " and " + std::to_string(to - from - most_keys_shown) + " more";
  found("table " + table + ", " + (seq == 0 ? "no record" : record(seq)) + ": " + what +
        "; rows that carry it:" + (keys.empty() ? " none" : keys));
}

void compare(const string& table, const Claim& claim, Rows from, Rows to) {
  for (auto row = from; row != to; ++row) sha.add(row->line).add("\n");
  const Digest digest = sha.finish();
  const auto here = static_cast<Number>(to - from);
  const string counts = " (" + str(claim.count) + " recorded, " + str(here) + " in the dump)";
  if (here < claim.count) found_rows(table, claim.seq, "rows missing" + counts, from, to);
  if (here > claim.count) found_rows(table, claim.seq, "rows added" + counts, from, to);
  if (here == claim.count && digest != claim.sha256)
    found_rows(table, claim.seq, "rows changed" + counts, from, to);
}

/// One table's rows against what the records say of them.
void judge_table(const string& table, std::vector<Row>& lines, std::vector<Claim>& claims) {
  const auto by_record = [](const auto& a, const auto& b) { return a.seq < b.seq; };
  std::stable_sort(lines.begin(), lines.end(), by_record);
  std::stable_sort(claims.begin(), claims.end(), by_record);
  auto claim = claims.cbegin();
  for (Rows from = lines.cbegin(); from != lines.cend() || claim != claims.cend();) {
    const bool recorded =
        claim != claims.cend() && (from == lines.cend() || claim->seq <= from->seq);
    const Number seq = recorded ? claim->seq : from->seq;
    const Rows to =
        std::find_if(from, lines.cend(), [&](const Row& row) { return row.seq != seq; });
    if (recorded)
      compare(table, *claim++, from, to);
    else
      found_rows(table, seq, "rows added: no record here says that it wrote them", from, to);
    from = to;
  }
}

void check_rows(const string& path, Chain& chain) {
  Lines dump(path);
  string table, previous;
  std::vector<Row> lines;
  std::size_t compared = 0;
  auto covered = chain.claims.end();
  const auto finish_table = [&] {
    if (covered == chain.claims.end()) return;
    judge_table(table, lines, covered->second);
    compared += lines.size();
    lines.clear();
    chain.claims.erase(covered);
  };
  for (string_view line; dump.next(line); previous = line) {
    const auto key = line.find('\t');
    const auto columns = key == string_view::npos ? key : line.find('\t', key + 1);
    if (columns == string_view::npos || dump.cut() || line < previous)
      leave(2, dump.here() + " is cut, out of order or not a line of a dump");
    if (line.substr(0, key) != table) {
      finish_table();
      table = line.substr(0, key);
      covered = chain.claims.find(table);
    }
    if (covered != chain.claims.end())
      lines.push_back({number(member(line.substr(columns + 1), "sequence")), string(line)});
  }
  finish_table();
  for (auto& [name, claims] : chain.claims) judge_table(name, lines, claims);
  say("rows: " + str(compared) + " rows of covered tables compared with the record");
}

struct Arguments {
  string file, anchors, rows;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments out;
  for (int i = 1; i < argc; ++i) {
    const string_view word = argv[i];
    string* place = word == "--anchor" ? &out.anchors : word == "--rows" ? &out.rows : &out.file;
    const bool option = place != &out.file;
    if (!place->empty() || (option && ++i == argc) || (!option && word.starts_with("-")))
      leave(2, "usage: zhirong-verify FILE [--anchor FILE] [--rows DUMP]");
    *place = argv[i];
  }
  if (out.file.empty()) leave(2, "usage: zhirong-verify FILE [--anchor FILE] [--rows DUMP]");
  return out;
}

void read_export(const string& path, Chain& chain, std::vector<Anchor>& anchors) {
  Lines lines(path);
  string_view line;
  if (!lines.next(line) || line != "zhirong-journal 1")
    leave(2, path + " is not a record exported in version 1 (its first line says otherwise)");
  bool ended = false;
  while (lines.next(line)) {
    const string_view rest = line.substr(std::min<std::size_t>(line.size(), 2));
    if (ended) {
      found(lines.here() + " stands after the end line");
    } else if (line.starts_with("R ")) {
      chain.take(rest);
    } else if (line.starts_with("A ")) {
      take_anchor(rest, lines.here(), anchors);
    } else if (line.starts_with("E ")) {
      chain.end(rest);
      ended = true;
    } else {
      found(lines.here() + " is neither record, anchor nor end line");
    }
  }
  chain.close();
}

void read_anchor_file(const string& path, std::vector<Anchor>& anchors) {
  Lines lines(path);
  bool any = false;
  for (string_view line; lines.next(line);) {
    // A crash may cut the last line before anyone was told of its anchor.
    if (lines.cut()) {
      say("note: the last line of " + path + " is cut off and not used");
      break;
    }
    if (take_anchor(line, lines.here(), anchors))
      any = true;
    else if (!any)
      leave(2, path + " is not a file of anchors");
  }
  if (!any) leave(2, path + " holds no anchor");
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = read_arguments(argc, argv);
  Chain chain;
  chain.with_rows = !arguments.rows.empty();
  std::vector<Anchor> anchors;
  read_export(arguments.file, chain, anchors);
  if (!arguments.anchors.empty())
    read_anchor_file(arguments.anchors, anchors);
  else if (!anchors.empty())
    say("note: these anchors came with the export; who cut it could cut them: --anchor takes kept "
        "ones");
  judge_anchors(anchors, chain);
  if (chain.with_rows) check_rows(arguments.rows, chain);
  if (findings > most_findings_shown) say("… and " + str(findings - most_findings_shown) + " more");
  if (findings == 0)
    say("ok: " + str(chain.count) + " records, head " + chain.head);
  else
    say("bad: " + first_finding + (findings > 1 ? " (" + str(findings) + " findings)" : ""));
  return findings == 0 ? 0 : 1;
}
