/// The deciding half of Dragoman: no SQL, JSON, HTTP, clock or thread is reachable from here.
module dev.dragoman.core {
  requires static transitive org.jspecify;

  exports dev.dragoman.core.bot;
  exports dev.dragoman.core.bot.form;
  exports dev.dragoman.core.campaign;
  exports dev.dragoman.core.check;
  exports dev.dragoman.core.conversation;
  exports dev.dragoman.core.delivery;
  exports dev.dragoman.core.model;
  exports dev.dragoman.core.pack;
  exports dev.dragoman.core.room;
  exports dev.dragoman.core.turn;
  exports dev.dragoman.core.understand.closed;
  exports dev.dragoman.core.understand.entity;
  exports dev.dragoman.core.understand.intent;
  exports dev.dragoman.core.understand.text;
  exports dev.dragoman.core.understand.time;
  exports dev.dragoman.core.understand.entity.measure;
}
