#include "http/event_stream.h"

#include <doctest/doctest.h>

using zr::http::EventStream;

TEST_CASE("events are frames of the wire, and no text can forge another field") {
  EventStream stream;
  CHECK(stream.push({"7", "progress", "{\"n\":1}"}));
  CHECK(stream.push({"8\nevent:x", "a\r\nid:9", "one\ntwo\rthree"}));
  CHECK(stream.take() ==
        "id:7\nevent:progress\ndata:{\"n\":1}\n\nid:8event:x\nevent:aid:9\ndata:one\n"
        "data:twothree\n\n");
  CHECK(stream.take().empty());
}

TEST_CASE("a stream tells both sides once it is over") {
  EventStream stream;
  int woken = 0;
  stream.attach([&] { ++woken; });
  CHECK(stream.push({"1", "", "x"}));
  stream.end();
  CHECK(woken == 2);
  CHECK_FALSE(stream.push({"2", "", "y"}));
  CHECK(stream.take() == "id:1\ndata:x\n\n");
  stream.detach();
  CHECK(stream.ended());
}

TEST_CASE("a source learns that its client has gone") {
  EventStream stream;
  CHECK_FALSE(stream.ended());
  stream.detach();
  CHECK(stream.ended());
  CHECK_FALSE(stream.push({"1", "", "x"}));
}

TEST_CASE("a client that does not read loses the stream, never the server its memory") {
  EventStream stream;
  const std::string big(EventStream::most_waiting_bytes / 2, 'x');
  CHECK(stream.push({"1", "", big}));
  CHECK_FALSE(stream.push({"2", "", big}));
  CHECK(stream.ended());
  CHECK(stream.take().size() < EventStream::most_waiting_bytes);
}
