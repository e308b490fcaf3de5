package dev.noroshi.plan.check;

/** Where something is wrong: {@link Finding#file()} and so on. */
record Place(String file, int line, String id, String name, String nameEn) {

    Place(String file, int line, String id, String name) {
        this(file, line, id, name, name);
    }

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
        String label = name.isBlank() ? id : name.replaceAll("\\s+", " ");
        String english = Element.properties(node).getOrDefault("nameEn", "");
        return new Place(file, node.line(), id, label, english.isBlank() ? label : english);
    }
}
