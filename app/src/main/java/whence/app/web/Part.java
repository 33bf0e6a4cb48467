package whence.app.web;

import io.javalin.config.RoutesConfig;

/// A part of the workbench: the addresses it answers to.
interface Part {
  void route(RoutesConfig routes);
}
