package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import org.junit.jupiter.api.Test;

class AddressRecognisersTest {
  @Test
  void findsEmailAddresses() {
    Examples.check(
        "email",
        Language.EN,
        """
        write to Ana.Perez+shop@mail.example.com, please => Ana.Perez+shop@mail.example.com = Ana.Perez+shop@mail.example.com
        <a@b.io> or c_d@e-f.org. => a@b.io = a@b.io; c_d@e-f.org = c_d@e-f.org
        "ana perez"@example.com => "ana perez"@example.com = "ana perez"@example.com
        root@[129.126.118.1] => root@[129.126.118.1] = root@[129.126.118.1]
        root@129.126.118.1 and root@localhost =>
        bob@abc.c, a..b@example.com, @ana, ana@ =>
        carol@new_type.com =>
        我的邮箱是ana@example.com谢谢 => ana@example.com = ana@example.com
        """);
  }

  @Test
  void findsWebAddresses() {
    Examples.check(
        "url",
        Language.EN,
        """
        see https://Shop.example.com/a?b=c. => https://Shop.example.com/a?b=c = https://shop.example.com/a?b=c
        (http://example.org/x_(y)) => http://example.org/x_(y) = http://example.org/x_(y)
        go to dragoman.dev or www.example.co.uk/x => dragoman.dev = dragoman.dev; www.example.co.uk/x = www.example.co.uk/x
        http://localhost:8080/docs => http://localhost:8080/docs = http://localhost:8080/docs
        http://127.0.0.1:80 => http://127.0.0.1:80 = http://127.0.0.1:80
        now.https://t.co/x => https://t.co/x = https://t.co/x
        at 7.am or 7.30, e.g. this.And that =>
        ana@example.com =>
        https:// and http://# and http://362 and httt://abc.com =>
        网址是example.com哦 => example.com = example.com
        """);
  }
}
