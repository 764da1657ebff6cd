package io.github.videotasks.contract.gradle;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;

/** POMs of a local repository, with their parents, properties and imported BOMs filled in. */
@SuppressWarnings("deprecation") // ModelResolver of Maven 3 returns the type that Maven 4 replaces
final class EffectivePoms implements ModelResolver {
  private final Path repository;

  EffectivePoms(Path repository) {
    this.repository = repository;
  }

  Path file(String module, String version, String extension) {
    String[] name = module.split(":", -1);
    return repository
        .resolve(name[0].replace('.', '/'))
        .resolve(name[1])
        .resolve(version)
        .resolve(name[1] + "-" + version + "." + extension);
  }

  Model read(String module, String version) {
    Properties system = new Properties();
    system.putAll(System.getProperties());
    ModelBuildingRequest request =
        new DefaultModelBuildingRequest()
            .setModelSource(source(module, version))
            .setModelResolver(this)
            .setSystemProperties(system)
            .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
    try {
      return new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
    } catch (ModelBuildingException e) {
      throw new IllegalStateException("expected a POM of " + module + ":" + version, e);
    }
  }

  private ModelSource source(String module, String version) {
    return new FileModelSource(file(module, version, "pom").toFile());
  }

  @Override
  public ModelSource resolveModel(String groupId, String artifactId, String version) {
    return source(groupId + ":" + artifactId, version);
  }

  @Override
  public ModelSource resolveModel(Parent parent) {
    return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
  }

  @Override
  public ModelSource resolveModel(Dependency bom) {
    return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
  }

  /** Everything is read from the local repository. */
  @Override
  public void addRepository(Repository repository) {}

  @Override
  public void addRepository(Repository repository, boolean replace) {}

  @Override
  public ModelResolver newCopy() {
    return this;
  }
}
