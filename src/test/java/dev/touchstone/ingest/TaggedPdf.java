package dev.touchstone.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** A PDF that is drawn word by word and says what each part of it is. */
final class TaggedPdf {

  private final DrawnPdf pdf = new DrawnPdf();
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final Deque<PDStructureNode> open = new ArrayDeque<>();
  private int marks;

  TaggedPdf() {
    pdf.document().getDocumentCatalog().setStructureTreeRoot(root);
    open.push(root);
  }

  /** An element around what is drawn until its end. */
  TaggedPdf begin(String type) {
    PDStructureElement element = new PDStructureElement(type, open.element());
    open.element().appendKid(element);
    open.push(element);
    return this;
  }

  TaggedPdf end() {
    open.pop();
    return this;
  }

  /** An element with what is drawn in it. */
  TaggedPdf tagged(String type, Consumer<DrawnPdf> drawing) {
    begin(type);
    PDStructureElement element = (PDStructureElement) open.element();
    element.setPage(pdf.lastPage());
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(pdf.lastPage());
    reference.setMCID(marks);
    element.appendKid(reference);
    return mark(type, marks++, drawing).end();
  }

  /** Lines of the ordinary type, below one another. */
  TaggedPdf lines(String type, double y, String... lines) {
    return tagged(type, drawn -> drawn.lines(60, y, lines));
  }

  /** What is no part of the text. */
  TaggedPdf artifact(Consumer<DrawnPdf> drawing) {
    return mark("Artifact", -1, drawing);
  }

  /** What the tree says nothing of. */
  TaggedPdf untagged(Consumer<DrawnPdf> drawing) {
    drawing.accept(pdf);
    return this;
  }

  private TaggedPdf mark(String type, int mark, Consumer<DrawnPdf> drawing) {
    COSName name = COSName.getPDFName(type);
    pdf.write(
        page -> {
          if (mark < 0) {
            page.beginMarkedContent(name);
          } else {
            page.beginMarkedContent(name, mark);
          }
        });
    drawing.accept(pdf);
    pdf.write(page -> page.endMarkedContent());
    return this;
  }

  TaggedPdf page() {
    pdf.page();
    return this;
  }

  TaggedPdf roles(Map<String, String> roles) {
    root.setRoleMap(roles);
    return this;
  }

  /** The elements of the tree, in the opposite order. */
  TaggedPdf reversed() {
    List<Object> kids = new ArrayList<>(root.getKids());
    Collections.reverse(kids);
    root.setKids(kids);
    return this;
  }

  /** An element that holds the root of its own tree. */
  TaggedPdf leadingBack() {
    PDStructureElement element = new PDStructureElement("Div", root);
    COSDictionary tree = root.getCOSObject();
    element.getCOSObject().setItem(COSName.K, tree);
    root.appendKid(element);
    return this;
  }

  byte[] bytes() {
    return pdf.bytes();
  }
}
