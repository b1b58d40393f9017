#include "documents/xml.h"

#include <expat.h>

#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

#include "documents/refusals.h"

namespace zr::documents {

namespace {

constexpr int chunk_bytes = 64 << 10;

/// Expat keeps every distinct element and attribute name until the end of the document: a hostile
/// part could fill memory with names alone. Its allocations are therefore counted; past the cap it
/// gets none, which it reports as an error. Parsers live within one call, so a thread's count
/// suffices.
thread_local std::size_t allocated = 0;
thread_local std::size_t allowed = 0;
constexpr std::size_t header = alignof(std::max_align_t);

void* counted_allocate(std::size_t size) {
  if (size > allowed || allocated > allowed - size) return nullptr;
  auto* block = static_cast<char*>(std::malloc(size + header));
  if (block == nullptr) return nullptr;
  std::memcpy(block, &size, sizeof size);
  allocated += size;
  return block + header;
}

std::size_t size_of(const char* block) {
  std::size_t size = 0;
  std::memcpy(&size, block, sizeof size);
  return size;
}

void counted_free(void* memory) {
  if (memory == nullptr) return;
  char* block = static_cast<char*>(memory) - header;
  allocated -= size_of(block);
  std::free(block);
}

void* counted_reallocate(void* memory, std::size_t size) {
  if (memory == nullptr) return counted_allocate(size);
  char* block = static_cast<char*>(memory) - header;
  const std::size_t before = size_of(block);
  if (size > allowed || allocated - before > allowed - size) return nullptr;
  auto* moved = static_cast<char*>(std::realloc(block, size + header));
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, &size, sizeof size);
  allocated = allocated - before + size;
  return moved + header;
}

/// One parse in progress, as the parser's callbacks see it.
struct Parse {
  XML_Parser parser;
  XmlReader& reader;
  Budget& budget;
  int depth_left;
  std::optional<Problem> refused;
  std::exception_ptr thrown;

  void halt() { XML_StopParser(parser, XML_FALSE); }
  bool halted() const { return refused || thrown || reader.ended(); }
  void refuse(const Refusal& ground) {
    if (!refused) refused = ground;
    halt();
  }
  bool spend(std::uint64_t marks) {
    if (halted()) return false;
    if (marks > budget.xml_marks) {
      refuse(too_complex);
      return false;
    }
    budget.xml_marks -= marks;
    return true;
  }
  /// An exception must not pass through the parser's C frames.
  template <class Call>
  void tell(Call call) {
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
    }
    if (halted()) halt();
  }
};

void XMLCALL on_open(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& parse = *static_cast<Parse*>(user);
  const auto pairs = static_cast<std::uint64_t>(XML_GetSpecifiedAttributeCount(parse.parser)) / 2;
  if (!parse.spend(1 + pairs)) return;
  if (--parse.depth_left < 0) return parse.refuse(too_complex);
  parse.tell([&] { parse.reader.open(local_name(name), Attributes(attributes)); });
}

void XMLCALL on_close(void* user, const XML_Char* name) {
  auto& parse = *static_cast<Parse*>(user);
  ++parse.depth_left;
  if (parse.halted()) return;
  parse.tell([&] { parse.reader.close(local_name(name)); });
}

void XMLCALL on_text(void* user, const XML_Char* text, int size) {
  auto& parse = *static_cast<Parse*>(user);
  if (!parse.spend(1)) return;
  parse.tell([&] { parse.reader.text({text, static_cast<std::size_t>(size)}); });
}

void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<Parse*>(user)->refuse(has_document_type);
}

struct ParserFree {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Restores the outer parse's allowance: a row's sink may itself be reading another file.
struct Allowance {
  std::size_t outer = allowed;
  explicit Allowance(std::size_t bytes) { allowed = allocated + bytes; }
  ~Allowance() { allowed = outer; }
  Allowance(const Allowance&) = delete;
  Allowance& operator=(const Allowance&) = delete;
};

Result<Done> feed(Part& part, Parse& parse, std::size_t token_bytes) {
  std::uint64_t fed = 0;
  for (;;) {  // ends with the part, whose bytes are budgeted
    void* buffer = XML_GetBuffer(parse.parser, chunk_bytes);
    if (buffer == nullptr) return too_complex;
    const auto got = part.read({static_cast<char*>(buffer), chunk_bytes});
    if (!got) return got.problem();
    fed += *got;
    const auto status = XML_ParseBuffer(parse.parser, static_cast<int>(*got), *got == 0);
    if (parse.thrown) std::rethrow_exception(parse.thrown);
    if (parse.refused) return *parse.refused;
    if (parse.reader.refused()) return *parse.reader.refused();
    if (parse.reader.ended()) return Done{};
    if (status == XML_STATUS_ERROR)
      return XML_GetErrorCode(parse.parser) == XML_ERROR_NO_MEMORY ? too_complex : damaged_file;
    if (*got == 0) return Done{};
    const XML_Index parsed = XML_GetCurrentByteIndex(parse.parser);
    // An unfinished tag is scanned again with every chunk: its length bounds that work.
    if (parsed >= 0 && fed - static_cast<std::uint64_t>(parsed) > token_bytes) return too_complex;
  }
}

}  // namespace

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2)
    if (pair[0] == name) return pair[1];
  return {};
}

std::string_view Attributes::prefixed(std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view name = pair[0];
    if (name.size() > local.size() && local_name(name) == local) return pair[1];
  }
  return {};
}

Result<Done> read_xml(Archive& archive, std::string_view name, XmlReader& reader) {
  auto part = archive.part(name);
  if (!part) return part.problem();
  const Allowance allowance(archive.limits().xml_memory_bytes);
  const XML_Memory_Handling_Suite memory{counted_allocate, counted_reallocate, counted_free};
  const std::unique_ptr<XML_ParserStruct, ParserFree> parser(
      XML_ParserCreate_MM(nullptr, &memory, nullptr));
  if (!parser) throw std::bad_alloc();
  Parse parse{.parser = parser.get(),
              .reader = reader,
              .budget = archive.budget(),
              .depth_left = archive.limits().xml_depth,
              .refused = {},
              .thrown = {}};
  XML_SetUserData(parser.get(), &parse);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return feed(*part, parse, archive.limits().xml_token_bytes);
}

}  // namespace zr::documents
