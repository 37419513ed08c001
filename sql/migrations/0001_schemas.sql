create schema reference;
create schema analysis;
create schema marts;
