package dev.noroshi.plan.check;

/** Where something is wrong: {@link Finding#file()} and so on. */
record Place(String file, int line, String id, String name) {

    static Place file(String file) {
        return new Place(file, 0, "", "");
    }

    static Place plan() {
        return file("");
    }

    /** The element, or what stands in for it when it has no id: the nearest around it that has one. */
    static Place of(String file, XmlNode node) {
        String id = node.identity();
        String name = node.attribute("name").orElse(id);
        return new Place(file, node.line(), id, name.isBlank() ? id : name.replaceAll("\\s+", " "));
    }
}
